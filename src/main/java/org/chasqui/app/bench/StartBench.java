package org.chasqui.app.bench;

import java.util.List;
import java.util.Locale;
import org.chasqui.app.gateway.DataFolder;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.GatewayProcess;
import org.chasqui.app.gateway.Region;
import org.chasqui.app.gateway.Tokens;
import org.chasqui.sandbox.Posts;
import org.chasqui.sandbox.Sandbox;
import org.chasqui.sandbox.SandboxOptions;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficOptions;

/**
 * From the start of a gateway's process on an empty folder to the first accepted interchange, and
 * to where it is ready, which waits for the style sheets of formats.
 */
final class StartBench {
  private final Region region;
  private final int rounds;
  private final Class<?> main;

  StartBench(Region region, int rounds, Class<?> main) {
    this.region = region;
    this.rounds = rounds;
    this.main = main;
  }

  List<Figure> run() throws Exception {
    var options =
        SandboxOptions.of(region.profiles().administrations(), region.home().resolve("config"));
    var accepted = new double[rounds];
    var ready = new double[rounds];
    try (var sandbox = Sandbox.start(options.withEnvironment(System.getenv()))) {
      for (int round = 0; round < rounds; round++) {
        var took = once(sandbox);
        accepted[round] = took.accepted();
        ready[round] = took.ready();
      }
    }
    return List.of(
        Figure.of("start", "process to first accepted interchange", "s", accepted).under(2),
        Figure.of("start", "process to ready", "s", ready));
  }

  private record Took(double accepted, double ready) {}

  private static double since(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private Took once(Sandbox sandbox) throws Exception {
    var bundle = new Traffic(TrafficOptions.ofSeed(1), region.profiles()).bundle(0, 1);
    var document = region.writer("upu-itmatt").write(bundle);
    try (var folder = DataFolder.of(null)) {
      var tokens = Tokens.issue(folder.path(), region.profiles());
      try (var child = new GatewayProcess(main, sandbox, folder.path(), 0);
          var posts = new Posts(child.url(), tokens.ofPosts(region.profiles()))) {
        long began = System.nanoTime();
        child.startToListen();
        var result = posts.push(bundle.fromOperator().toLowerCase(Locale.ROOT), document);
        double accepted = since(began);
        if (!result.isTaken()) {
          throw Failure.run("the gateway refused the first interchange: " + result.body());
        }
        child.awaitReady();
        var took = new Took(accepted, since(began));
        child.stop();
        return took;
      }
    }
  }
}
