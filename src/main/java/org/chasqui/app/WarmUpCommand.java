package org.chasqui.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.chasqui.app.gateway.DataFolder;
import org.chasqui.app.gateway.Gateway;
import org.chasqui.app.gateway.GatewayOptions;
import org.chasqui.app.gateway.Region;
import org.chasqui.app.gateway.Tokens;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficBundle;
import org.chasqui.sandbox.traffic.TrafficOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Does once what a gateway does from its start to the first interchanges, so that the virtual
 * machine can keep the classes for faster starts, or what the short commands do; the launcher runs
 * it after a build. Every class that is kept costs each start a little, so the simulated hubs are
 * left out. What stands in signed jars cannot be kept, and a class that leads to it would have the
 * jar read and verified with every start: so the build takes the signature off its copy of Saxon,
 * and nothing goes to a party with login tickets (Bouncy Castle, which some virtual machines take
 * as a provider only when signed).
 */
@Command(
    name = "warm-up",
    hidden = true,
    header = "Does once what a start does, for the archive of faster starts.")
final class WarmUpCommand implements Callable<Integer> {
  private static final int ITEMS_A_BUNDLE = 3;
  private static final String IN_A_SIGNED_JAR = "login-ticket";

  /** What starts fast. */
  enum Kind {
    GATEWAY,
    SHORT
  }

  @Parameters(paramLabel = "KIND", description = "gateway, or short for the short commands.")
  private Kind kind;

  @Override
  public Integer call() throws Exception {
    CommandLine.usage(new TranslateCommand(), new PrintStream(new ByteArrayOutputStream()));
    var region = Region.load();
    var bundles = bundles(region);
    for (var bundle : bundles) {
      translateEveryWay(region, bundle);
    }
    if (kind == Kind.GATEWAY) {
      openToFirstInterchanges(region, bundles);
    }
    return bundles.isEmpty() ? 1 : 0;
  }

  private static void openToFirstInterchanges(Region region, List<TrafficBundle> bundles)
      throws Exception {
    try (var folder = DataFolder.of(null)) {
      var tokens = Tokens.issue(folder.path(), region.profiles());
      var environment = new HashMap<>(System.getenv());
      environment.put("CHASQUI_DATA", folder.path().toString());
      environment.put("CHASQUI_PORT", "0");
      try (var gateway = Gateway.open(new GatewayOptions(region.home(), environment))) {
        gateway.complete();
        push(region, gateway.url(), tokens.ofPosts(region.profiles()), bundles);
      }
    }
  }

  /** An interchange to each administration whose classes are kept. */
  private List<TrafficBundle> bundles(Region region) {
    var traffic = new Traffic(TrafficOptions.ofSeed(1), region.profiles());
    return LongStream.range(0, region.profiles().administrations().size())
        .mapToObj(number -> traffic.bundle(number, ITEMS_A_BUNDLE))
        .filter(
            bundle ->
                region
                    .profiles()
                    .administrationOf(bundle.toCountry())
                    .filter(administration -> isKept(region, administration))
                    .isPresent())
        .toList();
  }

  /** Saxon is much for a short command, which seldom needs it. */
  private boolean isKept(Region region, Profile administration) {
    return (kind == Kind.GATEWAY || !region.isFolder(administration.format().codec()))
        && administration.authentication().all().stream()
            .map(Authentication::module)
            .noneMatch(IN_A_SIGNED_JAR::equals);
  }

  private static byte[] document(Region region, TrafficBundle bundle) {
    return region.writer("upu-itmatt").write(bundle);
  }

  private static void translateEveryWay(Region region, TrafficBundle bundle) throws Exception {
    var report = new Report(new PrintWriter(new StringWriter()), Locale.ENGLISH);
    var document = document(region, bundle);
    var now = Instant.now();
    var out = new ByteArrayOutputStream();
    for (var target : Target.values()) {
      var translation = new Translation(region, report, now);
      if (target == Target.REGIONAL) {
        translation.read(new ByteArrayInputStream(document), new RegionalOutput(out, true));
      } else {
        var documents = new TranslatedDocuments(region, target, null, report, out, now);
        translation.read(new ByteArrayInputStream(document), documents);
        documents.finish();
      }
    }
  }

  private static void push(
      Region region, URI gateway, Map<String, String> tokens, List<TrafficBundle> bundles)
      throws InterruptedException {
    try (var posts = new Posts(gateway, tokens)) {
      for (var bundle : bundles) {
        posts.push(bundle.fromOperator().toLowerCase(Locale.ROOT), document(region, bundle));
      }
    }
  }
}
