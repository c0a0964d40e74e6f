package org.chasqui.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway's door that only keeps what is pushed. */
final class Door implements AutoCloseable {
  private final HttpServer server;
  private final List<Pushed> pushed = new ArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();

  /** A document that came. */
  record Pushed(String path, String authorization, String mediaType, byte[] body) {}

  Door() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          var body = exchange.getRequestBody().readAllBytes();
          if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
          }
          synchronized (pushed) {
            pushed.add(
                new Pushed(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body));
          }
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The next so many calls are answered 503. */
  void refuse(int calls) {
    refusals.set(calls);
  }

  List<Pushed> pushed() {
    synchronized (pushed) {
      return List.copyOf(pushed);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
