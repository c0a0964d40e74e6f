package org.chasqui.app.bench;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures every stage in one run and sets each beside its budget. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Measures every stage in one run, beside the floor and the budget.",
    description = {
      "",
      "lexing: a plain scan of the bytes (the floor), our lexer, StAEDI, in turn, with their"
          + " ratios. decode: ITMATT to checked regional JSON. encode: every format. folders: the"
          + " formats that are folders, written and read. All on one thread. bulk and single: the"
          + " whole durable way with 100 items and with one item an interchange, gateway, simulated"
          + " hubs and posts in this process. batched: bulk to those only whose documents hold many"
          + " items. cut: what one hub that never answers costs the other administrations. start: a"
          + " gateway's process to its first accepted interchange.",
      "",
      "A figure is the median of the rounds, with least and most; the whole way is one long round."
          + " Rates of the stages on one thread are a second of processor time, that of collecting"
          + " garbage included; beside them stands what the clock says. Other work on the machine"
          + " changes all figures: compare within one run.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 measured, whether or not the budgets are met; 1 something failed or stood"
          + " still; 2 wrong use.",
      "",
      "Examples:",
      "  chasqui bench",
      "  chasqui bench --only lexing,encode --rounds 9",
      "  chasqui bench --items 20000 --json"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final List<String> STAGES =
      List.of("lexing", "decode", "encode", "folders", "bulk", "batched", "single", "cut", "start");
  private static final int BULK = 100;
  private static final int BULK_AT_ONCE = 4;
  private static final int SINGLE_AT_ONCE = 32;

  @Spec private CommandSpec spec;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "22000",
      description =
          "Items of the whole way in bulk; a quarter of them one by one and as material of the"
              + " other stages. Default: ${DEFAULT-VALUE}.")
  private int items;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds of the short stages. Default: ${DEFAULT-VALUE}.")
  private int rounds;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "STAGE",
      description =
          "Of lexing, decode, encode, folders, bulk, batched, single, cut, start. Default:"
              + " all.")
  private List<String> only = STAGES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same items. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", description = "One JSON document on standard output.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    if (items < 1 || rounds < 1) {
      throw Failure.usage("--items and --rounds must be 1 or more");
    }
    for (var stage : only) {
      if (!STAGES.contains(stage)) {
        throw Failure.usage("--only knows " + String.join(", ", STAGES) + ": " + stage);
      }
    }
    var out = spec.commandLine().getOut();
    var figures = new ArrayList<Figure>();
    if (!json) {
      out.println(machine());
    }
    for (var stage : STAGES) {
      if (Set.copyOf(only).contains(stage)) {
        var measured = stage(stage);
        figures.addAll(measured);
        print(out, measured);
      }
    }
    if (json) {
      out.println(document(figures));
    }
    out.flush();
    return 0;
  }

  private List<Figure> stage(String stage) throws Exception {
    var region = Region.load();
    int quarter = Math.max(1, items / 4);
    var counted = new Rounds(rounds);
    return switch (stage) {
      case "lexing" ->
          new LexingBench(new BenchTraffic(region, seed, quarter).documents(), counted).run();
      case "decode" -> codecs(region, counted).decode();
      case "encode" -> codecs(region, counted).encode();
      case "folders" -> codecs(region, counted).folders();
      case "bulk" -> bulk(region, new WayBench.Load("bulk", items, BULK, BULK_AT_ONCE, 5_000));
      case "batched" ->
          bulk(
              region,
              new WayBench.Load(
                  "batched", items, BULK, BULK_AT_ONCE, 0, WayBench.takingMany(region)));
      case "single" -> {
        new WayBench(region, seed + 1)
            .run(new WayBench.Load("warm", Math.max(1, quarter / 4), 1, SINGLE_AT_ONCE, 0));
        yield new WayBench(region, seed)
            .run(new WayBench.Load("single", quarter, 1, SINGLE_AT_ONCE, 1_000));
      }
      case "cut" -> new CutBench(region, seed, quarter).run();
      default -> new StartBench(region, rounds, spec.root().userObject().getClass()).run();
    };
  }

  private CodecBench codecs(Region region, Rounds counted) throws Exception {
    return new CodecBench(region, new BenchTraffic(region, seed, Math.max(1, items / 4)), counted);
  }

  /** The first run of all, not counted, compiles the way. */
  private List<Figure> bulk(Region region, WayBench.Load load) throws Exception {
    var warm =
        new WayBench.Load("warm", Math.max(1, items / 4), load.size(), load.atOnce(), 0, load.to());
    new WayBench(region, seed + 1).run(warm);
    return new WayBench(region, seed).run(load);
  }

  private static String machine() {
    var runtime = Runtime.getRuntime();
    return "%d processors, %d MB heap at most, Java %s, %s %s"
        .formatted(
            runtime.availableProcessors(),
            runtime.maxMemory() >> 20,
            Runtime.version(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }

  private void print(PrintWriter out, List<Figure> figures) {
    if (json) {
      return;
    }
    for (var figure : figures) {
      out.printf(
          Locale.ROOT,
          "%-7s %-50s %12.1f %-10s %-25s %-16s %s%n",
          figure.stage(),
          figure.name(),
          figure.median(),
          figure.unit(),
          figure.least() == figure.most()
              ? ""
              : "(%.1f to %.1f)".formatted(figure.least(), figure.most()),
          figure.clock() == null ? "" : "clock: %.1f".formatted(figure.clock()),
          figure.budget() == null ? "" : (figure.met() ? "met: " : "MISSED: ") + figure.budget());
    }
    out.flush();
  }

  private static String document(List<Figure> figures) throws Exception {
    var document = new LinkedHashMap<String, Object>();
    document.put("machine", machine());
    document.put("figures", figures);
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .build()
        .writeValueAsString(document);
  }
}
