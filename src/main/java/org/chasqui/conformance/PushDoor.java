package org.chasqui.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** The door to which a hub pushes its decisions: the two paths and the token of the gateway's. */
public final class PushDoor implements AutoCloseable {
  private static final int MOST_BYTES = 32 << 20;

  private final String token = UUID.randomUUID().toString();
  private final BlockingQueue<byte[]> pushed = new LinkedBlockingQueue<>();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Opens it on the loopback address; port 0 takes a free one. */
  public PushDoor(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/v1/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      var given = exchange.getRequestHeaders().getFirst("Authorization");
      boolean known = ("Bearer " + token).equals(given);
      if (known && exchange.getRequestMethod().equals("POST")) {
        pushed.add(body);
      }
      var answer =
          (known ? "{\"status\":\"ACCEPTED\"}" : "{\"status\":401}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(known ? 202 : 401, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  /** Where a hub pushes, without path. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The bearer token that it pushes with. */
  public String token() {
    return token;
  }

  /** What came, document by document. */
  BlockingQueue<byte[]> pushed() {
    return pushed;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
