package org.chasqui.app.gateway;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chasqui.sandbox.Sandbox;

/** A gateway in a process of its own, to be killed. */
public final class GatewayProcess implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Class<?> main;
  private final Sandbox sandbox;
  private final Path data;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;

  /**
   * One that is not started yet.
   *
   * @param main the class whose command {@code serve} runs a gateway
   * @param sandbox the hubs that it is to reach
   * @param data its folder
   * @param port of its door; 0 for a free one
   */
  public GatewayProcess(Class<?> main, Sandbox sandbox, Path data, int port) throws IOException {
    this.main = main;
    this.sandbox = sandbox;
    this.data = data;
    this.port = port == 0 ? freePort() : port;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Address of its door. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Starts it as this process was started; returns when it is ready. */
  public void start() throws IOException, InterruptedException {
    begin();
    awaitReady();
  }

  /** Starts it as this process was started; returns when its door listens. */
  public void startToListen() throws IOException, InterruptedException {
    begin();
    await("/health/live");
  }

  /** Returns when it is ready; fails when it ends before, or is not within a minute. */
  public void awaitReady() throws InterruptedException {
    await("/health/ready");
  }

  private void begin() throws IOException {
    var builder = new ProcessBuilder(command());
    builder.environment().putAll(LocalRegion.environment(sandbox, data, port));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("gateway.log").toFile()));
    process = builder.start();
  }

  private void await(String health) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!answers(health)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw Failure.run("the gateway did not start: see " + data.resolve("gateway.log"));
      }
      Thread.sleep(20);
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    command.add(java.toString());
    var arguments = ManagementFactory.getRuntimeMXBean().getInputArguments();
    arguments.stream().filter(argument -> !argument.startsWith("-agentlib")).forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.add("serve");
    return command;
  }

  private boolean answers(String health) throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(url().resolve(health)).timeout(Duration.ofSeconds(2)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  /** Kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /** Asks it to end and waits. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      kill();
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
