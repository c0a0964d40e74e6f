package org.chasqui.conformance;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.HttpAnswer;
import org.chasqui.connector.HttpCall;

/** Makes the calls of a connector and keeps what may be told of them. */
final class Wire implements AutoCloseable {
  private static final int SHOWN = 600;

  private final Map<Connector, HttpClient> clients = new HashMap<>();
  private final Set<String> secrets;
  private List<CaseResult.Exchange> exchanges = new ArrayList<>();

  /** {@code secrets} are the texts that no report may hold. */
  Wire(Set<String> secrets) {
    this.secrets = secrets;
  }

  /** The exchanges since the last time this was asked. */
  List<CaseResult.Exchange> taken() {
    var all = List.copyOf(exchanges);
    exchanges = new ArrayList<>();
    return all;
  }

  /** Makes a call, over the TLS of its connector. */
  HttpAnswer call(Connector connector, HttpCall call)
      throws IOException, InterruptedException, ConnectorException {
    var request =
        HttpRequest.newBuilder(call.uri())
            .timeout(call.timeout())
            .method(
                call.method(),
                call.body().length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(call.body()));
    call.headers().forEach(request::header);
    try {
      var client = client(connector);
      var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (IOException e) {
      connector.unanswered();
      keep(call, null, "no answer: " + e.getClass().getSimpleName());
      throw e;
    } catch (ConnectorException e) {
      connector.unanswered();
      throw e;
    }
  }

  private HttpClient client(Connector connector) throws ConnectorException {
    var known = clients.get(connector);
    if (known != null) {
      return known;
    }
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5));
    connector.tls().ifPresent(client::sslContext);
    clients.put(connector, client.build());
    return clients.get(connector);
  }

  /** Keeps a call, its answer and what that means. */
  void keep(HttpCall call, HttpAnswer answer, String meaning) {
    exchanges.add(
        new CaseResult.Exchange(
            call.method(),
            masked(call.uri().getPath()),
            call.headers().get("Content-Type"),
            call.body().length,
            call.body().length == 0 ? null : sha256(call.body()),
            answer == null ? 0 : answer.status(),
            answer == null ? null : sha256(answer.body()),
            answer == null ? "" : shown(answer.body()),
            masked(meaning)));
  }

  /** Keeps a file that was left for the hub or came from it. */
  void keepFile(String what, String path, String mediaType, byte[] left, byte[] came) {
    exchanges.add(
        new CaseResult.Exchange(
            what,
            masked(path),
            mediaType,
            left == null ? 0 : left.length,
            left == null ? null : sha256(left),
            0,
            came == null ? null : sha256(came),
            came == null ? "" : shown(came),
            left == null ? "an answer" : "left as a file"));
  }

  private String shown(byte[] body) {
    var text = masked(new String(body, StandardCharsets.UTF_8));
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private String masked(String text) {
    var masked = text;
    for (var secret : secrets) {
      masked = masked.replace(secret, "***");
    }
    return masked;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
  }
}
