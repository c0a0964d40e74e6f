package org.chasqui.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes postal traffic. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Makes realistic postal traffic for load and tests.",
    description = {
      "",
      "Interchanges between the posts of the region and of overseas, with invented people and shops,"
          + " contents with HS codes, values and masses, item ids and tax ids with right check"
          + " digits.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 cannot write, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui generate --items 3 --from cl --to br > three.edi",
      "  chasqui generate --items 22000 --interchange-size 100 --faults 0.05 --out traffic",
      "  chasqui generate --items 10 --format regional --seed 7"
    })
final class GenerateCommand implements Callable<Integer> {
  private static final int MOST_ITEMS_REGIONAL = 500;

  /** The forms that traffic can take. */
  enum Form {
    ITMATT("upu-itmatt", "edi"),
    REGIONAL("regional-json", "json");

    private final String codec;
    private final String ending;

    Form(String codec, String ending) {
      this.codec = codec;
      this.ending = ending;
    }
  }

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many items. Default: ${DEFAULT-VALUE}.")
  private long items;

  @Option(
      names = "--interchange-size",
      paramLabel = "N",
      defaultValue = "100",
      description = "Items an interchange. Default: ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "itmatt",
      description = "itmatt or regional (a CloudEvents batch). Default: ${DEFAULT-VALUE}.")
  private Form form;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "-",
      description =
          "Folder for one file an interchange, made when missing; - for standard output, one"
              + " after another. Default: -.")
  private String out;

  @Mixin private TrafficMixin mixin;

  @Override
  public Integer call() throws IOException {
    if (items < 1 || size < 1) {
      throw Failure.usage("--items and --interchange-size must be 1 or more");
    }
    if (form == Form.REGIONAL && size > MOST_ITEMS_REGIONAL) {
      throw Failure.usage(
          "--interchange-size must be " + MOST_ITEMS_REGIONAL + " or less for --format regional");
    }
    if (out.equals("-")) {
      try (var stream = new BufferedOutputStream(System.out, 1 << 16)) {
        write((reference, document) -> stream.write(document));
      }
      return 0;
    }
    var folder = Files.createDirectories(Path.of(out));
    write((reference, document) -> file(folder, reference, document));
    return 0;
  }

  private interface Output {
    void take(String reference, byte[] document) throws IOException;
  }

  private void write(Output output) throws IOException {
    var region = Region.load();
    var traffic = mixin.traffic(region, form == Form.ITMATT);
    var writer = region.writer(form.codec);
    long left = items;
    for (long number = 0; left > 0; number++) {
      var bundle = traffic.bundle(number, (int) Math.min(size, left));
      output.take(bundle.reference(), writer.write(bundle));
      left -= bundle.items().size();
    }
  }

  private void file(Path folder, String reference, byte[] document) throws IOException {
    try (OutputStream stream =
        Files.newOutputStream(folder.resolve(reference + "." + form.ending))) {
      stream.write(document);
    }
  }
}
