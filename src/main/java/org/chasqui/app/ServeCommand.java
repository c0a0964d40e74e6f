package org.chasqui.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.chasqui.app.gateway.Failure;
import org.chasqui.app.gateway.Gateway;
import org.chasqui.app.gateway.GatewayOptions;
import org.chasqui.app.gateway.GatewaySettings;
import org.chasqui.app.gateway.Region;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the gateway. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Runs the gateway.",
    description = {
      "",
      "Settings stand in config/application.properties; each has an environment name that wins over"
          + " the file, for example CHASQUI_PORT. Options win over both. Ends cleanly on SIGTERM.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 ended as asked, 1 cannot start, 2 wrong use, for example a port that is taken.",
      "",
      "Examples:",
      "  chasqui serve --data /var/lib/chasqui --port 8080",
      "  chasqui token cla --data /var/lib/chasqui         a token for a party",
      "  CHASQUI_BACKBONE=kafka CHASQUI_BACKBONE_URL=kafka:9092 chasqui serve"
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "N", description = "Port of the HTTP door; 0 a free one.")
  private Integer port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for ledger, broker, inbox and tokens.")
  private Path data;

  @Override
  public Integer call() throws Exception {
    var options = new GatewayOptions(Region.installed(), environment());
    var settings = settings(options);
    Ports.requireFree(settings.flow().port());
    var stopping = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stopping, stopped)));
    try (var gateway = Gateway.open(options)) {
      gateway.complete();
      var out = spec.commandLine().getOut();
      out.println("gateway ready: " + gateway.url() + "/");
      if (!Files.exists(Gateway.tokens(settings.data()))) {
        out.println("nobody has a token yet: chasqui token PARTY --data " + settings.data());
      }
      out.flush();
      stopping.await();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    if (port != null) {
      environment.put("CHASQUI_PORT", port.toString());
    }
    if (data != null) {
      environment.put("CHASQUI_DATA", data.toAbsolutePath().toString());
    }
    return environment;
  }

  /** The settings; a wrong one is a matter of use. */
  static GatewaySettings settings(GatewayOptions options) throws Exception {
    try {
      return new GatewaySettings(options);
    } catch (IllegalArgumentException e) {
      throw Failure.usage(e.getMessage());
    }
  }

  private static void end(CountDownLatch stopping, CountDownLatch stopped) {
    stopping.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
