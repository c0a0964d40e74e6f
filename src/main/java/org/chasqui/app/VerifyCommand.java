package org.chasqui.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.chasqui.app.gateway.GatewayOptions;
import org.chasqui.app.gateway.Region;
import org.chasqui.ledger.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Verifies that nobody has rewritten the history of a ledger. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    header = "Verifies the chain of events of a ledger.",
    description = {
      "",
      "Finds events that were changed, are missing or stand in another order, and rows whose digest"
          + " is no longer the one that the events vouch for. The ledger may be in use.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 unbroken, 1 broken, 2 wrong use of the command line.",
      "",
      "Example:",
      "  chasqui verify --data data"
    })
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the gateway. Default: that of the settings.")
  private Path data;

  @Mixin private ConsoleLanguage language;

  @Override
  public Integer call() throws Exception {
    var environment = new HashMap<>(System.getenv());
    if (data != null) {
      environment.put("CHASQUI_DATA", data.toAbsolutePath().toString());
    }
    var settings = ServeCommand.settings(new GatewayOptions(Region.installed(), environment));
    var report = new Report(spec.commandLine().getErr(), language.locale());
    try (var ledger = Ledgers.open(settings.ledger())) {
      long events = ledger.verify(problem -> report.add(null, List.of(problem)));
      report.flush();
      spec.commandLine().getOut().println("events verified: " + events);
    }
    return report.hasErrors() ? 1 : 0;
  }
}
