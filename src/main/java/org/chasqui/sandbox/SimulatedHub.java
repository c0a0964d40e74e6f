package org.chasqui.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One hub on a loopback socket: takes the calls and hands them to its counter hall. */
final class SimulatedHub implements RunningHub {
  private static final int MOST_BYTES = 64 << 20;

  static {
    // without it each answer waits for the acknowledgement of its headers, about 40 ms
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final String party;
  private final Reception reception;
  private final Pusher pusher;
  private final HubTls tls;
  private HttpServer server;
  private ExecutorService threads;
  private int port;

  SimulatedHub(String party, Reception reception, Pusher pusher, HubTls tls) {
    this.tls = tls;
    this.party = party;
    this.reception = reception;
    this.pusher = pusher;
  }

  @Override
  public String party() {
    return party;
  }

  @Override
  public Pusher pusher() {
    return pusher;
  }

  @Override
  public ItemRegister register() {
    return reception.register();
  }

  @Override
  public Optional<DeclarationStore> store() {
    return reception.store();
  }

  @Override
  public HubCounters counters() {
    return reception.tally().counters(reception.register().size(), pusher.pending());
  }

  @Override
  public String location() {
    return address().toString();
  }

  @Override
  public synchronized URI address() {
    return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port);
  }

  @Override
  public synchronized boolean isRunning() {
    return server != null;
  }

  @Override
  public synchronized void start() throws IOException {
    if (server != null) {
      return;
    }
    var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    server = tls == null ? HttpServer.create(at, 256) : secured(HttpsServer.create(at, 256));
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
    port = server.getAddress().getPort();
    pusher.pause(false);
  }

  private HttpServer secured(HttpsServer https) {
    https.setHttpsConfigurator(
        new HttpsConfigurator(tls.context()) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = tls.context().getDefaultSSLParameters();
            wanted.setNeedClientAuth(tls.wantsClient());
            parameters.setSSLParameters(wanted);
          }
        });
    return https;
  }

  @Override
  public synchronized void stop() {
    if (server == null) {
      return;
    }
    pusher.pause(true);
    server.stop(0);
    threads.shutdownNow();
    server = null;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      var headers = exchange.getRequestHeaders();
      var request =
          new HubRequest(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              headers::getFirst,
              body);
      send(exchange, reception.handle(request));
    }
  }

  private static void send(HttpExchange exchange, HubAnswer answer) throws IOException {
    var headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    if (answer.mediaType() != null) {
      headers.set("Content-Type", answer.mediaType());
    }
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(answer.body());
    }
  }
}
