package org.chasqui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Gateway;
import org.chasqui.app.gateway.Region;
import org.chasqui.app.gateway.Tokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes and revokes the tokens of parties. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Makes or revokes the bearer token of a party.",
    description = {
      "",
      "The token is printed once; the gateway keeps only its SHA-256. A running gateway takes the"
          + " change without a restart.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 done, 1 cannot write, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui token cla --data data",
      "  chasqui token control-room --rights read_all,replay,metrics --data data",
      "  chasqui token cla --revoke --data data"
    })
final class TokenCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PARTY", description = "Id of the party: cla, br ...")
  private String party;

  @Option(
      names = "--rights",
      split = ",",
      paramLabel = "RIGHT",
      description =
          "send, fetch, read_own, read_all, replay, metrics. Default: what the party's role needs.")
  private Set<Right> rights = Set.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description = "Data folder of the gateway. Default: ${DEFAULT-VALUE}.")
  private Path data;

  @Option(names = "--revoke", description = "Revoke every token of the party instead.")
  private boolean revoke;

  @Override
  public Integer call() throws Exception {
    var out = spec.commandLine().getOut();
    var file = Gateway.tokens(data.toAbsolutePath());
    if (revoke) {
      if (!Files.exists(file)) {
        throw Failure.run("no tokens in " + data);
      }
      out.println("revoked " + AccessRegistry.revoke(file, party));
      return 0;
    }
    Files.createDirectories(data);
    out.println(AccessRegistry.issue(file, party, wanted()));
    return 0;
  }

  private Set<Right> wanted() {
    if (!rights.isEmpty()) {
      return EnumSet.copyOf(rights);
    }
    return Region.load()
        .profiles()
        .byId(party)
        .map(Tokens::rights)
        .orElseThrow(
            () -> Failure.usage("no profile is named " + party + ": say which --rights it gets"));
  }
}
