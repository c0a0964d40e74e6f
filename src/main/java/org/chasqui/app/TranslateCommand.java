package org.chasqui.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import org.chasqui.profile.Profile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the gateway would make of an interchange. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    header = "Shows what the gateway would make of an interchange; sends nothing.",
    description = {
      "",
      "Reads EDIFACT (ITMATT, CUSITM, CUSRSP, EMSEVT, PREDES, PRECON, RESDES, RESCON, ITMREF,"
          + " REFRSP, CARDIT, RESDIT) or regional JSON, whichever the first bytes say.",
      "The translation goes to standard output, losses and problems to standard error, a line"
          + " each: severity, code, location, text. Good items are translated when others are bad.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 clean or warnings only, 1 errors, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui translate samples/itmatt-cl-br.edi --to regional --json",
      "  chasqui translate samples/itmatt-cl-br.edi --to national --for br",
      "  cat interchange.edi | chasqui translate - --to cusitm --lang es"
    })
final class TranslateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The interchange; - for standard input.")
  private String file;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FORM",
      description =
          "regional, national, itmatt, cusitm, cusrsp, emsevt, predes, precon, resdes, rescon,"
              + " itmref, refrsp, cardit or resdit.")
  private Target target;

  @Option(
      names = "--for",
      paramLabel = "PARTY",
      description =
          "The party that receives: br, cla ... Default: the one that each item is meant for."
              + " A warning says so when an item is meant for another.")
  private String party;

  @Option(
      names = "--json",
      description = "With --to regional: one CloudEvents message a line instead of laid out.")
  private boolean lines;

  @Mixin private ConsoleLanguage language;

  @Override
  public Integer call() throws IOException {
    if (lines && target != Target.REGIONAL) {
      throw Failure.usage("--json goes with --to regional");
    }
    var report = new Report(spec.commandLine().getErr(), language.locale());
    try (var document = InputFile.open(file);
        var out = new BufferedOutputStream(System.out, 1 << 16)) {
      var region = Region.load();
      var now = Instant.now();
      var translation = new Translation(region, report, now);
      if (target == Target.REGIONAL) {
        translation.read(document, new RegionalOutput(out, lines));
      } else {
        var documents = documents(region, report, out, now);
        translation.read(document, documents);
        documents.finish();
      }
    }
    report.flush();
    return report.hasErrors() ? 1 : 0;
  }

  private TranslatedDocuments documents(
      Region region, Report report, OutputStream out, Instant now) {
    return new TranslatedDocuments(region, target, wanted(region), report, out, now);
  }

  private Profile wanted(Region region) {
    if (party == null) {
      return null;
    }
    return region
        .profiles()
        .byId(party.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                Failure.usage(
                    "--for names no party: "
                        + party
                        + "; known are "
                        + region.profiles().all().stream().map(Profile::id).toList()));
  }
}
