package org.chasqui.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves an API on a loopback socket of its own, for tests that need a real browser. */
final class HttpHarness implements AutoCloseable {
  private final Api api;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  HttpHarness(Api api) throws IOException {
    this.api = api;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      Map<String, List<String>> headers = new HashMap<>(exchange.getRequestHeaders());
      var answer =
          api.handle(
              new ApiRequest(
                  exchange.getRequestMethod(),
                  uri.getRawPath(),
                  uri.getRawQuery() == null ? Map.of() : Scene.query(uri.getRawQuery()),
                  headers,
                  exchange.getRequestBody().readAllBytes()));
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.getResponseHeaders().remove("Content-Length");
      boolean empty = answer.stream() == null && answer.body().length == 0;
      exchange.sendResponseHeaders(answer.status(), empty ? -1 : 0);
      try (InputStream body =
          answer.stream() == null ? new ByteArrayInputStream(answer.body()) : answer.stream()) {
        body.transferTo(exchange.getResponseBody());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
