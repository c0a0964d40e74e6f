package org.chasqui.app;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import org.chasqui.app.gateway.Tokens;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the simulated hubs for a gateway that is started by itself. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Runs the 22 simulated customs hubs for a gateway of your own.",
    description = {
      "",
      "Each hub listens on a loopback port of its own and behaves as its interface does. The last two"
          + " digits of the serial number of an item id tell the outcome: docs/sandbox.md. Start the"
          + " sandbox first: it writes a file of variables that tell the gateway where the hubs are.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 ended as asked, 1 cannot start, 2 wrong use of the command line.",
      "",
      "Example, in two terminals:",
      "  chasqui sandbox --data data --gateway http://127.0.0.1:8080 --env-file hubs.env",
      "  set -a; . ./hubs.env; set +a; chasqui serve --data data --port 8080",
      "One hub alone:",
      "  chasqui sandbox --only jm"
    })
final class SandboxCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--gateway",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "Where hubs push their decisions. Default: ${DEFAULT-VALUE}.")
  private URI gateway;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "data",
      description =
          "Data folder of the gateway; the hubs' tokens are added to it. Default: ${DEFAULT-VALUE}.")
  private Path data;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      defaultValue = "hubs.env",
      description = "File for the variables that the gateway needs. Default: ${DEFAULT-VALUE}.")
  private Path file;

  @Option(
      names = "--time-scale",
      paramLabel = "FACTOR",
      defaultValue = "1.0",
      description = "Factor on all time spans of the scripts. Default: ${DEFAULT-VALUE}.")
  private double timeScale;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PARTY",
      description = "Only these hubs: br, jm ... Default: all.")
  private List<String> only = List.of();

  @Override
  public Integer call() throws Exception {
    var region = Region.load();
    var options =
        SandboxOptions.of(wanted(region.profiles()), region.home().resolve("config"))
            .withTimeScale(timeScale)
            .withEnvironment(System.getenv());
    Files.createDirectories(data);
    try (var sandbox = Sandbox.start(options)) {
      Files.writeString(file, variables(sandbox));
      sandbox.connect(gateway, Tokens.issue(data, region.profiles()).byParty());
      var out = spec.commandLine().getOut();
      sandbox.hubs().forEach(hub -> out.printf("%s  %s%n", hub.party(), hub.address()));
      out.println("variables for the gateway: " + file);
      out.flush();
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private List<Profile> wanted(Profiles profiles) {
    var known = profiles.administrations().stream().map(Profile::id).toList();
    for (var party : only) {
      if (!known.contains(party)) {
        throw Failure.usage("--only knows " + String.join(", ", known) + ": " + party);
      }
    }
    return profiles.administrations().stream()
        .filter(profile -> only.isEmpty() || only.contains(profile.id()))
        .toList();
  }

  private static String variables(Sandbox sandbox) {
    return sandbox.environment().entrySet().stream()
        .map(entry -> entry.getKey() + "='" + entry.getValue() + "'\n")
        .collect(Collectors.joining("", "", "CHASQUI_CALENDARS_KEEP='false'\n"));
  }
}
