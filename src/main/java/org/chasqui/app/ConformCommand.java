package org.chasqui.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Region;
import org.chasqui.conformance.CaseResult;
import org.chasqui.conformance.ConformanceCase;
import org.chasqui.conformance.ConformanceReport;
import org.chasqui.conformance.ConformanceRun;
import org.chasqui.conformance.HubUnderTest;
import org.chasqui.conformance.PushDoor;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a hub against the conformance cases. */
@Command(
    name = "conform",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Holds a hub against the conformance cases and says which pass.",
    description = {
      "",
      "Delivers invented items to the hub of an administration by its profile: its format, paths,"
          + " authentication and way of answering. The cases are the files of config/conformance:"
          + " released, held, documents required, duty assessed, refused, slow, failures, duplicate,"
          + " malformed document, unknown code, batches, wrong secret.",
      "",
      "Without --address the hub is the simulated one, started in this process. With it, the hub is a"
          + " test system of yours: it knows by the last two digits of an item id's serial number what"
          + " is asked of it (docs/sandbox.md), has the secrets that the profile names in the"
          + " environment, and pushes decisions, where it pushes, to the address that is printed.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 no case failed, 1 a case failed, 2 wrong use of the command line.",
      "",
      "Examples:",
      "  chasqui conform jm",
      "  chasqui conform bo --address http://127.0.0.1:9000 --report bolivia.html",
      "  chasqui conform py --cases released,held,duplicate --report py.json"
    })
final class ConformCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PARTY", description = "The administration: jm, bo ...")
  private String party;

  @Option(
      names = "--address",
      paramLabel = "URL",
      description = "Base address of the hub. Default: the simulated hub of the profile.")
  private URI address;

  @Option(
      names = "--cases",
      split = ",",
      paramLabel = "CASE",
      description = "Only these cases, by name. Default: all.")
  private List<String> only = List.of();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Writes the report: FILE.json for machines, FILE.html to print.")
  private Path report;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description = "How long a decision may take. Default: ${DEFAULT-VALUE}.")
  private int patience;

  @Option(
      names = "--push-port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port to which the hub pushes decisions; 0 a free one.")
  private int pushPort;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same items. Default: another each time.")
  private Long seed;

  @Mixin private ConsoleLanguage language;

  @Override
  public Integer call() throws Exception {
    checkUse();
    var region = Region.load();
    var profile = profile(region);
    var cases = cases(region);
    try (var door = new PushDoor(pushPort)) {
      return address == null ? simulated(region, profile, cases, door) : own(cases, door);
    }
  }

  private void checkUse() {
    if (patience < 1) {
      throw Failure.usage("--patience must be 1 or more");
    }
    if (report != null && !report.toString().matches(".*\\.(json|html)")) {
      throw Failure.usage("--report must end with .json or .html: " + report);
    }
  }

  private Profile profile(Region region) {
    var profile =
        region
            .profiles()
            .byId(party.toLowerCase(Locale.ROOT))
            .filter(known -> region.profiles().administrations().contains(known))
            .orElseThrow(
                () ->
                    Failure.usage(
                        "no administration "
                            + party
                            + "; known are "
                            + region.profiles().administrations().stream()
                                .map(Profile::id)
                                .toList()));
    if (profile.transport().kind().equals("outbox")) {
      throw Failure.usage("the cases are for hubs that are reached; this party fetches");
    }
    return profile;
  }

  private List<ConformanceCase> cases(Region region) throws IOException {
    var all = ConformanceCase.of(region.home().resolve("config/conformance"));
    var names = all.stream().map(ConformanceCase::name).toList();
    for (var name : only) {
      if (!names.contains(name)) {
        throw Failure.usage("--cases knows " + String.join(", ", names) + ": " + name);
      }
    }
    return only.isEmpty() ? all : all.stream().filter(one -> only.contains(one.name())).toList();
  }

  private int simulated(Region region, Profile profile, List<ConformanceCase> cases, PushDoor door)
      throws Exception {
    var options =
        SandboxOptions.of(List.of(profile), region.home().resolve("config"))
            .withTimeScale(0.2)
            .withEnvironment(System.getenv());
    try (var sandbox = Sandbox.start(options)) {
      sandbox.connect(door.address(), Map.of(profile.id(), door.token()));
      var environment = new HashMap<>(System.getenv());
      environment.putAll(sandbox.environment());
      return run(cases, door, environment, Duration.ofMillis(50));
    }
  }

  private int own(List<ConformanceCase> cases, PushDoor door) throws Exception {
    var environment = new HashMap<>(System.getenv());
    var base = address.toString().replaceAll("/+$", "");
    environment.put("CHASQUI_HUB_" + party.toUpperCase(Locale.ROOT), base);
    var err = spec.commandLine().getErr();
    err.println("decisions may be pushed to " + door.address() + ", token " + door.token());
    err.flush();
    return run(cases, door, environment, Duration.ofMillis(500));
  }

  private int run(
      List<ConformanceCase> cases, PushDoor door, Map<String, String> environment, Duration pause)
      throws IOException, InterruptedException {
    var hub = hub(door, environment, pause);
    var results = new ArrayList<CaseResult>();
    var out = spec.commandLine().getOut();
    try (var run = new ConformanceRun(hub)) {
      for (var one : cases) {
        var result = run.run(one, language.locale().getLanguage());
        results.add(result);
        out.printf(
            "%-24s %-15s %s%n",
            result.name(), result.verdict().name().replace('_', ' '), result.reason());
        out.flush();
      }
    }
    return told(hub.party(), results);
  }

  private HubUnderTest hub(PushDoor door, Map<String, String> environment, Duration pause) {
    var region = Region.load(Region.installed(), environment);
    long items = seed == null ? System.currentTimeMillis() / 1000 % 100_000_000 : seed;
    return new HubUnderTest(
        region.profiles().byId(party.toLowerCase(Locale.ROOT)).orElseThrow(),
        region.profiles(),
        region.codecs(),
        environment,
        door,
        Duration.ofSeconds(patience),
        pause,
        items,
        LocalDate.now(ZoneOffset.UTC));
  }

  private int told(Profile profile, List<CaseResult> results) throws IOException {
    var written =
        new ConformanceReport(
            profile.id(),
            profile.identity().name(),
            address == null ? "the simulated hub" : profile.transport().address(),
            profile.format().codec(),
            profile.system().formatConfidence().name().toLowerCase(Locale.ROOT),
            profile.system().confirmed(),
            Instant.now(),
            List.copyOf(results));
    var out = spec.commandLine().getOut();
    out.printf(
        "passed=%d failed=%d not-applicable=%d%n",
        written.count(CaseResult.Verdict.PASSED),
        written.count(CaseResult.Verdict.FAILED),
        written.count(CaseResult.Verdict.NOT_APPLICABLE));
    out.flush();
    if (report != null) {
      boolean page = report.toString().endsWith(".html");
      Files.writeString(report, page ? written.html() : written.json());
    }
    return written.count(CaseResult.Verdict.FAILED) == 0 ? 0 : 1;
  }
}
