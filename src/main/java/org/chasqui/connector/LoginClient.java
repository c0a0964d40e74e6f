package org.chasqui.connector;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.chasqui.profile.Transport;

/** Makes the few calls that precede a delivery: logins and lists. */
final class LoginClient {
  private final String address;
  private final Duration timeout;

  LoginClient(Transport transport) {
    this.address = transport.address();
    this.timeout = transport.timeout();
  }

  /** How long a call may take. */
  Duration timeout() {
    return timeout;
  }

  HttpAnswer post(String path, Map<String, String> headers, String form) throws IOException {
    return send("POST", path, headers, HttpRequest.BodyPublishers.ofString(form));
  }

  HttpAnswer post(String path, Map<String, String> headers, byte[] body) throws IOException {
    return send("POST", path, headers, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  HttpAnswer get(String path, Map<String, String> headers) throws IOException {
    return send("GET", path, headers, HttpRequest.BodyPublishers.noBody());
  }

  private HttpAnswer send(
      String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher body)
      throws IOException {
    // a token may be had from another host than the hub's
    var uri = URI.create(path.startsWith("http") ? path : address + path);
    var request = HttpRequest.newBuilder(uri).timeout(timeout).method(method, body);
    headers.forEach(request::setHeader);
    try {
      var answer = Client.SHARED.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while calling " + uri.getPath());
    }
  }

  /** Made when first used: a gateway whose hubs need no login has none. */
  private static final class Client {
    static final HttpClient SHARED =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }
}
