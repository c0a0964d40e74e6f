package org.chasqui.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The gateway of a test in a process of its own, with options for its virtual machine. */
final class ForkedGateway implements AutoCloseable {
  private final TestGateway prepared;
  private final List<String> options;
  private final int port;
  private final Path log;
  private Process process;

  ForkedGateway(TestGateway prepared, String... options) throws IOException {
    this.prepared = prepared;
    this.options = List.of(options);
    this.log = prepared.data().resolve("gateway.log");
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
  }

  /** Returns when the door listens. */
  void start() throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.add("serve");
    var builder = new ProcessBuilder(command);
    builder.environment().putAll(prepared.environment());
    builder.environment().put("CHASQUI_PORT", Integer.toString(port));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    prepared.token("cla");
    process = builder.start();
    await().atMost(Duration.ofMinutes(1)).until(() -> listens() || !process.isAlive());
    if (!process.isAlive()) {
      throw new IOException("the gateway did not start: " + log());
    }
  }

  private boolean listens() {
    try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false; // not yet
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  String log() throws IOException {
    return Files.readString(log);
  }

  HttpRequest.Builder request(String party, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + prepared.token(party));
  }

  /** Kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws Exception {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    }
  }
}
