package org.chasqui.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.chasqui.app.gateway.DataFolder;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.LocalRegion;
import org.chasqui.app.gateway.Region;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Pushing;
import org.chasqui.sandbox.traffic.Scripts;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole region on one machine. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Shows the whole region on this machine.",
    description = {
      "",
      "Starts a gateway with its embedded broker and ledger, 22 simulated customs hubs and the posts,"
          + " on loopback sockets; pushes ITMATT interchanges for all 22 administrations; prints what"
          + " became of every item; then keeps running with the console open.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 every accepted item was delivered, decided and told; 1 not so; 2 wrong use,"
          + " for example a port that is taken.",
      "",
      "Examples:",
      "  chasqui demo",
      "  chasqui demo --once --items 22000 --port 0",
      "  chasqui demo --data demo-data --seed 7",
      "  chasqui demo --chaos"
    })
final class DemoCommand implements Callable<Integer> {
  private static final int ADMINISTRATIONS = 22;
  private static final int MOST_ITEMS_A_BUNDLE = 100;
  private static final int POSTS_AT_ONCE = 4;
  private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);

  @Spec private CommandSpec spec;

  @Option(
      names = "--items",
      paramLabel = "N",
      defaultValue = "2200",
      description = "How many items the posts send. Default: ${DEFAULT-VALUE}.")
  private int items;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description =
          "Port of the gateway and console; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder that keeps the state over runs. Default: a temporary one, removed at the end.")
  private Path data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same items. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--once", description = "End after the table.")
  private boolean once;

  @Option(
      names = "--chaos",
      description =
          "Kill the gateway (kill -9) at random instants while the posts push, start it again, ten"
              + " rounds; then count what was lost. Implies --once.")
  private boolean chaos;

  @Override
  public Integer call() throws Exception {
    if (items < 1) {
      throw Failure.usage("--items must be 1 or more: " + items);
    }
    Ports.requireFree(port);
    var region = Region.load();
    try (var folder = DataFolder.of(data)) {
      return chaos
          ? new Chaos(region, spec.commandLine().getOut(), folder.path(), port, seed, items).run()
          : run(region, folder.path());
    }
  }

  private int run(Region region, Path folder) throws Exception {
    var out = spec.commandLine().getOut();
    long began = System.nanoTime();
    var options =
        SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"));
    try (var local = LocalRegion.start(region, options, folder, port)) {
      out.printf("gateway ready after %.1f s: %s%n", seconds(began), local.url());
      out.flush();
      boolean complete = exchange(local, out);
      var tallies = local.gateway().ledger().tallies();
      var progress = Progress.of(tallies, region.profiles().administrations());
      DemoTable.print(out, region.profiles(), tallies);
      if (!once) {
        new DemoHints(local).print(out);
        out.println(progress.line());
        out.flush();
        stayUntilStopped();
      }
      out.println("console: " + local.url() + "/");
      out.println(progress.line());
      out.flush();
      return complete && progress.complete() ? 0 : 1;
    }
  }

  /** Pushes all items and waits until every decision is told; false when all stands still. */
  private boolean exchange(LocalRegion local, PrintWriter out) throws Exception {
    var traffic = new Traffic(options(seed), local.region().profiles());
    var writer = local.region().writer("upu-itmatt");
    int size = bundleSize(items);
    int bundles = (items + size - 1) / size;
    try (var posts = new Posts(local.url(), local.tokens().ofPosts(local.region().profiles()));
        var pushing = new Pushing(posts, traffic, writer, POSTS_AT_ONCE)) {
      posts.startFetching();
      pushing.start(bundles, size);
      return watch(local, out, pushing, bundles);
    }
  }

  private static boolean watch(LocalRegion local, PrintWriter out, Pushing pushing, long bundles)
      throws InterruptedException {
    var watch = new Watch(out, LONGEST_STANDSTILL);
    while (true) {
      var progress =
          Progress.of(
              local.gateway().ledger().tallies(), local.region().profiles().administrations());
      watch.show(progress);
      if (!pushing.refusals().isEmpty()) {
        out.println("the gateway refused an interchange: " + pushing.refusals().getFirst());
        return false;
      }
      if (pushing.bundles() == bundles
          && progress.complete()
          && progress.accepted() >= pushing.items()) {
        watch.end(progress);
        return true;
      }
      if (watch.standsStill(progress)) {
        new HubLines(local.sandbox()).print(out);
        out.println("nothing moved for " + LONGEST_STANDSTILL.toSeconds() + " s: giving up");
        return false;
      }
      Thread.sleep(100);
    }
  }

  static TrafficOptions options(long seed) {
    var plain = TrafficOptions.ofSeed(seed);
    return new TrafficOptions(
        plain.seed(), List.of(), List.of(), 0, Scripts.FEW, plain.date(), true);
  }

  /** All 22 administrations get a bundle when there are items enough. */
  static int bundleSize(int items) {
    return Math.clamp((items + ADMINISTRATIONS - 1) / ADMINISTRATIONS, 1, MOST_ITEMS_A_BUNDLE);
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static void stayUntilStopped() throws InterruptedException {
    var stopped = new CountDownLatch(1);
    var main = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  joinQuietly(main);
                }));
    stopped.await();
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(15));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
