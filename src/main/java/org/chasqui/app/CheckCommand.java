package org.chasqui.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.chasqui.app.gateway.Codecs;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.folder.FolderCodecs;
import org.chasqui.message.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with an interchange. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Says what is wrong with an interchange, definition files or a format; sends nothing.",
    description = {
      "",
      "Applies what the gateway applies: syntax, layout, schema and business rules. Each problem is a"
          + " line on standard error: severity, code, location, text. The last line, on standard"
          + " output, counts them.",
      "With --definitions: what is wrong with the EDIFACT definitions of a folder, a line each: file,"
          + " line, key, rule, value. The gateway reads config/edifact when it starts: a file there"
          + " is added or replaced without a build.",
      "With --format: what is wrong with a format that is a folder, a line each: file, line, column,"
          + " rule. Its style sheets and schemas are compiled, its golden cases run (a regional"
          + " message to document and losses, an answer to decisions), and the fields that it says it"
          + " carries are held against its documents. docs/formats/folder.md",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 clean or warnings only, 1 errors, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui check samples/itmatt-cl-br.edi",
      "  chasqui generate --items 100 --faults 0.2 | chasqui check - --lang pt",
      "  chasqui check --definitions config/edifact",
      "  chasqui check --format tere",
      "  chasqui check --format tere --update        writes the expected files anew: read them"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The interchange; - for standard input.")
  private String file;

  @Option(
      names = "--definitions",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "",
      description = "Checks the EDIFACT definitions of this folder. Default: config/edifact.")
  private String definitions;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description = "Checks this format: a folder of config/formats by its name, or its path.")
  private String format;

  @Option(
      names = "--update",
      description = "With --format: writes the expected files of its golden cases anew.")
  private boolean update;

  @Mixin private ConsoleLanguage language;

  private int good;

  @Override
  public Integer call() throws IOException {
    if (Stream.of(file, definitions, format).filter(Objects::nonNull).count() != 1) {
      throw Failure.usage("one of FILE, --definitions and --format is needed");
    }
    if (update && format == null) {
      throw Failure.usage("--update goes with --format");
    }
    if (format != null) {
      return format();
    }
    return definitions == null ? interchange() : definitions();
  }

  private int format() {
    var config = Region.installed().resolve("config");
    var named = config.resolve("formats").resolve(format);
    var folder = Files.isDirectory(named) ? named : Path.of(format);
    if (!Files.isRegularFile(folder.resolve("format.yaml"))) {
      throw Failure.usage("--format is no folder with a format.yaml: " + format);
    }
    var checked =
        FolderCodecs.check(folder.toAbsolutePath().normalize(), Codecs.regional(config), update);
    checked.faults().forEach(fault -> spec.commandLine().getErr().println(fault.text()));
    spec.commandLine()
        .getOut()
        .printf("cases=%d faults=%d%n", checked.cases(), checked.faults().size());
    return checked.faults().isEmpty() ? 0 : 1;
  }

  private int definitions() {
    var folder =
        definitions.isEmpty() ? Region.installed().resolve("config/edifact") : Path.of(definitions);
    if (!Files.isDirectory(folder)) {
      throw Failure.usage("--definitions is no folder: " + folder);
    }
    var faults = Definitions.check(folder);
    faults.forEach(fault -> spec.commandLine().getErr().println(fault.text()));
    spec.commandLine().getOut().printf("faults=%d%n", faults.size());
    return faults.isEmpty() ? 0 : 1;
  }

  private int interchange() throws IOException {
    var report = new Report(spec.commandLine().getErr(), language.locale());
    try (var document = InputFile.open(file)) {
      new Translation(Region.load(), report, Instant.now()).read(document, message -> good++);
    }
    report.flush();
    spec.commandLine()
        .getOut()
        .printf(
            "good=%d errors=%d warnings=%d notes=%d%n",
            good,
            report.count(Severity.ERROR),
            report.count(Severity.WARNING),
            report.count(Severity.INFO));
    return report.hasErrors() ? 1 : 0;
  }
}
