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
      long pause = 200L + random.nextInt(1300);
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
    var settings = new GatewaySettings(new GatewayOptions(region.home(), environment(sandbox)));
    try (var ledger = Ledgers.open(settings.ledger())) {
      var faults = new long[1];
      long events = ledger.verify(problem -> faults[0]++);
      var tallies = ledger.tallies();
      DemoTable.print(out, region.profiles(), tallies);
      pushing.refusals().stream()
          .limit(5)
          .forEach(refusal -> out.println("the gateway refused an interchange: " + refusal));
      var chain = new ChainCount(events, faults[0]);
      var counted =
          new ItemCount(
              pushing.items(),
              delivered(sandbox, pushing),
              Progress.of(tallies, region.profiles().administrations()).decided(),
              posts.counters().endedItems());
      print(chain, counted, sandbox);
      boolean good = chain.isSound() && counted.isComplete() && otherKeys(sandbox) == 0;
      return good && pushing.refusals().isEmpty() ? 0 : 1;
    }
  }

  /** The events of the ledger after the run, and what is wrong with their chains. */
  private record ChainCount(long events, long faults) {
    boolean isSound() {
      return faults == 0;
    }
  }

  /** How far the items came. */
  private record ItemCount(long accepted, long delivered, long decided, long told) {
    long lost() {
      return accepted - told;
    }

    boolean isComplete() {
      return lost() == 0 && delivered == accepted && decided == accepted;
    }
  }

  private void print(ChainCount chain, ItemCount items, Sandbox sandbox) {
    out.printf(
        "rounds=%d wire-duplicates=%d with-another-key=%d chain-events=%d chain-faults=%d%n",
        ROUNDS, wireDuplicates(sandbox), otherKeys(sandbox), chain.events(), chain.faults());
    out.printf(
        "items: accepted=%d delivered=%d decided=%d told=%d lost=%d%n",
        items.accepted(), items.delivered(), items.decided(), items.told(), items.lost());
    out.flush();
  }

  private static long wireDuplicates(Sandbox sandbox) {
    return sandbox.hubs().stream().mapToLong(hub -> hub.counters().wireDuplicates()).sum();
  }

  private static long otherKeys(Sandbox sandbox) {
    return sandbox.hubs().stream().mapToLong(hub -> hub.counters().duplicatesWithOtherKey()).sum();
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
