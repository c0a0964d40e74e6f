package org.chasqui.app.bench;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.app.gateway.DataFolder;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.LocalRegion;
import org.chasqui.app.gateway.Region;
import org.chasqui.ledger.Tally;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Pushing;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;

/**
 * What a hub that takes calls and never answers costs the others (P4): the same items once with all
 * hubs well and once with one of them so, and how fast the others' items were told in each.
 */
final class CutBench {
  private static final int SIZE = 100;
  private static final int AT_ONCE = 4;
  private static final Duration STANDSTILL = Duration.ofSeconds(60);

  private final Region region;
  private final long seed;
  private final int items;

  CutBench(Region region, long seed, int items) {
    this.region = region;
    this.seed = seed;
    this.items = items;
  }

  List<Figure> run() throws Exception {
    var cut = region.profiles().administrations().getFirst();
    once(cut, Map.of());
    double well = once(cut, Map.of());
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = "http://127.0.0.1:" + silent.getLocalPort();
      var name = "CHASQUI_HUB_" + cut.id().toUpperCase(Locale.ROOT);
      double without = once(cut, Map.of(name, address));
      return List.of(
          figure("others, all hubs well", "items/s", well),
          figure("others, hub of " + cut.id() + " silent all the time", "items/s", without),
          figure("silent to well", "%", 100 * without / well));
    }
  }

  private static Figure figure(String name, String unit, double value) {
    return Figure.of("cut", name, unit, new double[] {value});
  }

  /** Items a second of all administrations but one, until the last of them was told. */
  private double once(Profile but, Map<String, String> environment) throws Exception {
    var options =
        SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"))
            .forLoad();
    try (var folder = DataFolder.of(null);
        var local = LocalRegion.start(region, options, folder.path(), 0, environment);
        var posts = new Posts(local.url(), local.tokens().ofPosts(region.profiles()));
        var pushing =
            new Pushing(
                posts,
                new Traffic(TrafficOptions.ofSeed(seed), region.profiles()),
                region.writer("upu-itmatt"),
                AT_ONCE)) {
      int bundles = (items + SIZE - 1) / SIZE;
      long began = System.nanoTime();
      posts.startFetching();
      pushing.start(bundles, SIZE);
      long told = awaitOthers(local, pushing, bundles, but);
      return told / ((System.nanoTime() - began) / 1e9);
    }
  }

  private long awaitOthers(LocalRegion local, Pushing pushing, long bundles, Profile but)
      throws InterruptedException {
    long before = -1;
    long movedAt = System.nanoTime();
    while (true) {
      long accepted = 0;
      long told = 0;
      for (var administration : region.profiles().administrations()) {
        var tally = local.gateway().ledger().tallies().get(administration.id());
        if (tally != null && !administration.id().equals(but.id())) {
          accepted += tally.accepted();
          told += tally.told();
        }
      }
      if (pushing.bundles() == bundles && interpreted(local, pushing) && told >= accepted) {
        return told;
      }
      if (told + accepted != before) {
        before = told + accepted;
        movedAt = System.nanoTime();
      }
      if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
        throw Failure.run("nothing moved any more: %d of %d were told".formatted(told, accepted));
      }
      Thread.sleep(50);
    }
  }

  /** True when all that the posts pushed has reached the tallies of the administrations. */
  private boolean interpreted(LocalRegion local, Pushing pushing) {
    var tallies = local.gateway().ledger().tallies();
    long routed =
        region.profiles().administrations().stream()
            .map(administration -> tallies.get(administration.id()))
            .filter(tally -> tally != null)
            .mapToLong(Tally::accepted)
            .sum();
    return routed >= pushing.items();
  }
}
