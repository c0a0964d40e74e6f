package org.chasqui.app;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.chasqui.message.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with an interchange. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    header = "Says what is wrong with an interchange; sends nothing.",
    description = {
      "",
      "Applies what the gateway applies: syntax, layout, schema and business rules. Each problem is a"
          + " line on standard error: severity, code, location, text. The last line, on standard"
          + " output, counts them.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 clean or warnings only, 1 errors, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui check samples/itmatt-cl-br.edi",
      "  chasqui generate --items 100 --faults 0.2 | chasqui check - --lang pt"
    })
final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The interchange; - for standard input.")
  private String file;

  @Mixin private ConsoleLanguage language;

  private int good;

  @Override
  public Integer call() throws IOException {
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
