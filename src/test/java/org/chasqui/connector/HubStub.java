package org.chasqui.connector;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Authentication;
import org.chasqui.profile.Calendar;
import org.chasqui.profile.Format;
import org.chasqui.profile.Identity;
import org.chasqui.profile.Profile;
import org.chasqui.profile.ProfileBuilder;
import org.chasqui.profile.Response;
import org.chasqui.profile.Transport;

/** A hub on a loopback socket whose answers a test writes, and the profile that leads to it. */
final class HubStub implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;

  /** Writes one answer. */
  interface Answering {
    void answer(HttpExchange exchange, byte[] body) throws IOException;
  }

  HubStub(Answering answering) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answering.answer(exchange, exchange.getRequestBody().readAllBytes());
          }
        });
    server.start();
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  Profile profile(String module, Map<String, String> settings) {
    return profile(new Authentication(module, settings), response("push", Map.of()));
  }

  Profile profile(Authentication authentication, Response response) {
    var identity =
        new Identity(
            "xa",
            PartyRole.CUSTOMS,
            "XA",
            "Hub",
            "XA",
            Map.of(),
            List.of("en"),
            "USD",
            ZoneOffset.UTC,
            List.of());
    var transport =
        new Transport(
            "http",
            "http://127.0.0.1:" + server.getAddress().getPort(),
            "/submit",
            "POST",
            Map.of("X-Fixed", "yes"),
            Duration.ofSeconds(5));
    return ProfileBuilder.builder()
        .identity(identity)
        .format(new Format("regional-json", null, Map.of()))
        .transport(transport)
        .authentication(authentication)
        .response(response)
        .calendar(new Calendar(ZoneOffset.UTC, List.of()))
        .codes(Map.of())
        .build();
  }

  static Response response(String strategy, Map<String, String> settings) {
    return new Response(
        strategy, settings, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
  }

  static HttpAnswer make(HttpCall call) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.timeout())
            .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::setHeader);
    var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
