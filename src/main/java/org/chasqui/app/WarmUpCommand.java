package org.chasqui.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Does a little of everything once, so that the virtual machine can keep the classes for faster
 * starts; the launcher runs it after a build.
 */
@Command(
    name = "warm-up",
    hidden = true,
    header = "Does a little of everything once, for the archive of faster starts.")
final class WarmUpCommand implements Callable<Integer> {
  private static final int ITEMS_A_BUNDLE = 3;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @Override
  public Integer call() throws Exception {
    CommandLine.usage(new TranslateCommand(), new PrintStream(new ByteArrayOutputStream()));
    var region = Region.load();
    var document = translateEveryWay(region);
    try (var folder = DataFolder.of(null)) {
      var options =
          SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"));
      try (var local = LocalRegion.start(region, options, folder.path(), 0)) {
        exchange(local);
      }
    }
    return document.length > 0 ? 0 : 1;
  }

  private static byte[] translateEveryWay(Region region) throws Exception {
    var traffic = new Traffic(TrafficOptions.ofSeed(1), region.profiles());
    var writer = TrafficMixin.writer(region, "upu-itmatt");
    var report = new Report(new PrintWriter(new StringWriter()), Locale.ENGLISH);
    byte[] document = {};
    for (int bundle = 0; bundle < region.profiles().administrations().size(); bundle++) {
      document = writer.write(traffic.bundle(bundle, ITEMS_A_BUNDLE));
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
    return document;
  }

  /** The way of a few items, as far as they come in a short time. */
  private static void exchange(LocalRegion local) throws Exception {
    var traffic = new Traffic(TrafficOptions.ofSeed(1), local.region().profiles());
    var writer = TrafficMixin.writer(local.region(), "upu-itmatt");
    int bundles = local.region().profiles().administrations().size();
    var tokens = DemoCommand.posts(local.region(), local.tokens());
    try (var posts = new Posts(local.url(), tokens);
        var pushing = new Pushing(posts, traffic, writer, 2)) {
      posts.startFetching();
      pushing.start(bundles, ITEMS_A_BUNDLE);
      long deadline = System.nanoTime() + LONGEST.toNanos();
      while (System.nanoTime() < deadline
          && posts.counters().toldItems() < (long) bundles * ITEMS_A_BUNDLE) {
        Thread.sleep(50);
      }
    }
  }
}
