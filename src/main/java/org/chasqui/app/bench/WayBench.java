package org.chasqui.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.app.gateway.DataFolder;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.LocalRegion;
import org.chasqui.app.gateway.Region;
import org.chasqui.codec.Encoder;
import org.chasqui.profile.Profile;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Pushing;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;

/**
 * The whole durable way: accepted, delivered, decided, told to the post. Gateway, 22 simulated hubs
 * and the posts run in this process, on real sockets, with broker and ledger on disk.
 */
final class WayBench {
  private static final Duration STANDSTILL = Duration.ofSeconds(60);
  private static final double MEGA = 1e6;

  private final Region region;
  private final long seed;

  /**
   * One way of pushing.
   *
   * @param size items an interchange
   * @param atOnce interchanges under way at the same time
   * @param to countries of destination; empty for all
   */
  record Load(String name, int items, int size, int atOnce, double budget, List<String> to) {
    /** Items of all destinations. */
    Load(String name, int items, int size, int atOnce, double budget) {
      this(name, items, size, atOnce, budget, List.of());
    }
  }

  WayBench(Region region, long seed) {
    this.region = region;
    this.seed = seed;
  }

  /** The administrations whose usual document holds many items: a call or an answer serves all. */
  static List<String> takingMany(Region region) {
    return region.profiles().administrations().stream()
        .filter(profile -> most(region, profile) > 1)
        .map(profile -> profile.identity().countryCode())
        .toList();
  }

  private static int most(Region region, Profile profile) {
    int byFormat =
        region.codecs().encoder(profile.format().codec()).map(Encoder::batchLimit).orElse(1);
    return profile.limits().itemsOfDocument(byFormat);
  }

  /** Items of the destinations, released at once; a fresh gateway each time. */
  List<Figure> run(Load load) throws Exception {
    try (var folder = DataFolder.of(null)) {
      var options =
          SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"))
              .forLoad();
      try (var local = LocalRegion.start(region, options, folder.path(), 0)) {
        return run(load, local, folder.path());
      }
    }
  }

  private List<Figure> run(Load load, LocalRegion local, Path data) throws Exception {
    var traffic =
        new Traffic(TrafficOptions.ofSeed(seed).withDestinations(load.to()), region.profiles());
    var writer = region.writer("upu-itmatt");
    int bundles = (load.items() + load.size() - 1) / load.size();
    long stored = stored(data);
    long cpu = Rounds.processorNanos();
    long began = System.nanoTime();
    try (var heap = new HeapPeak();
        var posts = new Posts(local.url(), local.tokens().ofPosts(region.profiles()));
        var pushing = new Pushing(posts, traffic, writer, load.atOnce())) {
      posts.startFetching();
      pushing.start(bundles, load.size());
      awaitTold(posts, pushing, bundles);
      double seconds = (System.nanoTime() - began) / 1e9;
      double cores = (Rounds.processorNanos() - cpu) / 1e9 / seconds;
      double peak = heap.bytes() / MEGA;
      double bytes = (double) (stored(data) - stored) / pushing.items();
      return figures(load, pushing, seconds, cores, peak, bytes);
    }
  }

  private static List<Figure> figures(
      Load load, Pushing pushing, double seconds, double cores, double peak, double bytes) {
    var accept = pushing.acceptNanos();
    var name = load.name();
    var figures = new ArrayList<Figure>();
    var rate = one(name, "whole way, durable", "items/s", pushing.items() / seconds);
    figures.add(load.budget() > 0 ? rate.atLeast(load.budget()) : rate);
    figures.add(one(name, "accept, p50", "ms", Figure.percentile(accept, 0.50) / MEGA));
    var p99 = one(name, "accept, p99", "ms", Figure.percentile(accept, 0.99) / MEGA);
    figures.add(load.size() > 1 ? p99.under(50) : p99);
    figures.add(one(name, "processor, hubs and posts included", "cores", cores));
    figures.add(
        one(
            name,
            "processor time, hubs and posts included",
            "ms/item",
            1e3 * cores * seconds / pushing.items()));
    figures.add(one(name, "peak of the heap, hubs and posts included", "MB", peak).under(512));
    figures.add(one(name, "ledger on disk", "bytes/item", bytes));
    return figures;
  }

  private static Figure one(String stage, String name, String unit, double value) {
    return Figure.of(stage, name, unit, new double[] {value});
  }

  private static void awaitTold(Posts posts, Pushing pushing, long bundles)
      throws InterruptedException {
    long told = -1;
    long movedAt = System.nanoTime();
    while (pushing.bundles() < bundles || posts.counters().endedItems() < pushing.items()) {
      long now = posts.counters().endedItems() + pushing.bundles();
      if (now != told) {
        told = now;
        movedAt = System.nanoTime();
      }
      if (System.nanoTime() - movedAt > STANDSTILL.toNanos()) {
        throw Failure.run(
            "nothing moved for %d s: %d of %d items were told"
                .formatted(STANDSTILL.toSeconds(), posts.counters().endedItems(), pushing.items()));
      }
      Thread.sleep(250); // counting costs the same processors
    }
    if (!pushing.refusals().isEmpty()) {
      throw Failure.run("the gateway refused an interchange: " + pushing.refusals().getFirst());
    }
  }

  private static long stored(Path data) throws Exception {
    long bytes = 0;
    for (var name : List.of("ledger.db", "ledger.db-wal")) {
      var file = data.resolve(name);
      bytes += Files.exists(file) ? Files.size(file) : 0;
    }
    return bytes;
  }
}
