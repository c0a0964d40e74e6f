package org.chasqui.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.chasqui.app.gateway.GatewayOptions;
import org.chasqui.app.gateway.GatewayProcess;
import org.chasqui.app.gateway.GatewaySettings;
import org.chasqui.app.gateway.LocalRegion;
import org.chasqui.app.gateway.Region;
import org.chasqui.app.gateway.Tokens;
import org.chasqui.ledger.Ledgers;
import org.chasqui.sandbox.HubControls;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Pushing;
import org.chasqui.sandbox.traffic.Traffic;

/**
 * Kills the gateway at random instants under load and starts it again; then asks both ends, the
 * hubs and the posts, what became of every item that was accepted.
 */
final class Chaos {
  private static final int ROUNDS = 10;
  private static final int POSTS_AT_ONCE = 4;
  private static final int BUNDLE = 20;

  /**
   * Longer than a party waits whose login ticket was granted to a killed gateway: for minutes its
   * service gives no other (connector.LoginTicket), and what waits so long is not lost.
   */
  private static final Duration LONGEST_STANDSTILL = Duration.ofMinutes(3);

  private final Region region;
  private final PrintWriter out;
  private final Path data;
  private final int port;
  private final long seed;
  private final int items;

  Chaos(Region region, PrintWriter out, Path data, int port, long seed, int items) {
    this.region = region;
    this.out = out;
    this.data = data;
    this.port = port;
    this.seed = seed;
    this.items = items;
  }

  int run() throws Exception {
    var tokens = Tokens.issue(data, region.profiles());
    var options =
        SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"));
    try (var sandbox = Sandbox.start(options.withEnvironment(System.getenv()));
        var child = new GatewayProcess(Main.class, sandbox, data, port)) {
      child.start();
      sandbox.connect(child.url(), tokens.byParty());
      out.println("gateway in a process of its own: " + child.url());
      var traffic = new Traffic(DemoCommand.options(seed), region.profiles());
      var writer = region.writer("upu-itmatt");
      long bundles = Math.max(ROUNDS, (items + BUNDLE - 1) / BUNDLE);
      try (var posts = new Posts(child.url(), tokens.ofPosts(region.profiles()));
          var pushing = new Pushing(posts, traffic, writer, POSTS_AT_ONCE)) {
        posts.startFetching();
        pushing.start(bundles, BUNDLE);
        killOften(child, pushing, bundles);
        awaitEnd(posts, pushing, bundles);
        child.stop();
        return report(sandbox, posts, pushing);
      }
    }
  }

  private void killOften(GatewayProcess child, Pushing pushing, long bundles) throws Exception {
    var random = new Random(seed);
    for (int round = 1; round <= ROUNDS; round++) {
      // Random instants, spread so that the posts are still pushing in the last round.
      long until = pushing.bundles() + (bundles - pushing.bundles()) / (ROUNDS + 1 - round) / 2;
      long pause = 200 + random.nextInt(1300);
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause);
      while (System.nanoTime() < deadline && pushing.bundles() <= until) {
        Thread.sleep(5);
      }
      long accepted = pushing.items();
      child.kill();
      long began = System.nanoTime();
      child.start();
      out.printf(
          "round %2d: killed after %d accepted items, back after %.1f s%n",
          round, accepted, (System.nanoTime() - began) / 1e9);
      out.flush();
    }
  }

  /** Until the posts have heard the final decision on every item, or nothing happens any more. */
  private static void awaitEnd(Posts posts, Pushing pushing, long bundles)
      throws InterruptedException {
    long told = -1;
    long deadline = 0;
    while (pushing.bundles() < bundles || posts.counters().endedItems() < pushing.items()) {
      long now = posts.counters().endedItems() + pushing.items();
      if (now != told) {
        told = now;
        deadline = System.nanoTime() + LONGEST_STANDSTILL.toNanos();
      }
      if (System.nanoTime() > deadline) {
        return;
      }
      Thread.sleep(100);
    }
  }

  private int report(Sandbox sandbox, Posts posts, Pushing pushing) throws IOException {
    long duplicates = 0;
    long otherKeys = 0;
    for (var hub : sandbox.hubs()) {
      duplicates += hub.counters().wireDuplicates();
      otherKeys += hub.counters().duplicatesWithOtherKey();
    }
    long delivered = delivered(sandbox, pushing);
    var settings = new GatewaySettings(new GatewayOptions(region.home(), environment(sandbox)));
    try (var ledger = Ledgers.open(settings.ledger())) {
      var faults = new long[1];
      long events = ledger.verify(problem -> faults[0]++);
      var tallies = ledger.tallies();
      var progress = Progress.of(tallies, region.profiles().administrations());
      DemoTable.print(out, region.profiles(), tallies);
      long told = posts.counters().endedItems();
      long lost = pushing.items() - told;
      pushing.refusals().stream()
          .limit(5)
          .forEach(refusal -> out.println("the gateway refused an interchange: " + refusal));
      out.printf(
          "rounds=%d wire-duplicates=%d with-another-key=%d chain-events=%d chain-faults=%d%n",
          ROUNDS, duplicates, otherKeys, events, faults[0]);
      out.printf(
          "items: accepted=%d delivered=%d decided=%d told=%d lost=%d%n",
          pushing.items(), delivered, progress.decided(), told, lost);
      out.flush();
      boolean good =
          lost == 0
              && otherKeys == 0
              && faults[0] == 0
              && delivered == pushing.items()
              && progress.decided() == pushing.items()
              && pushing.refusals().isEmpty();
      return good ? 0 : 1;
    }
  }

  private Map<String, String> environment(Sandbox sandbox) {
    return LocalRegion.environment(sandbox, data, port);
  }

  private static long delivered(Sandbox sandbox, Pushing pushing) {
    var received = new HashSet<Long>();
    sandbox.hubs().forEach(hub -> hub.received().forEach(item -> received.add(item.item())));
    long count = 0;
    for (var id : pushing.acceptedIds()) {
      count += received.contains(HubControls.digest(id)) ? 1 : 0;
    }
    return count;
  }
}
