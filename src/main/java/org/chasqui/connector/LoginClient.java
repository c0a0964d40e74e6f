package org.chasqui.connector;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.chasqui.profile.Transport;

/** Makes the few calls that precede a delivery: logins and lists. */
final class LoginClient {
  private final String address;
  private final Duration timeout;

  private final Tls tls;

  LoginClient(Transport transport, Tls tls) {
    this.address = transport.address();
    this.timeout = transport.timeout();
    this.tls = tls;
  }

  /** How long a call may take. */
  Duration timeout() {
    return timeout;
  }

  HttpAnswer post(String path, Map<String, String> headers, String form)
      throws IOException, ConnectorException {
    return send("POST", path, headers, HttpRequest.BodyPublishers.ofString(form), timeout);
  }

  HttpAnswer post(String path, Map<String, String> headers, byte[] body)
      throws IOException, ConnectorException {
    return post(path, headers, body, timeout);
  }

  HttpAnswer post(String path, Map<String, String> headers, byte[] body, Duration within)
      throws IOException, ConnectorException {
    return send("POST", path, headers, HttpRequest.BodyPublishers.ofByteArray(body), within);
  }

  HttpAnswer get(String path, Map<String, String> headers) throws IOException, ConnectorException {
    return send("GET", path, headers, HttpRequest.BodyPublishers.noBody(), timeout);
  }

  private HttpAnswer send(
      String method,
      String path,
      Map<String, String> headers,
      HttpRequest.BodyPublisher body,
      Duration within)
      throws IOException, ConnectorException {
    // a token may be had from another host than the hub's
    var uri = URI.create(path.startsWith("http") ? path : address + path);
    var request = HttpRequest.newBuilder(uri).timeout(within).method(method, body);
    headers.forEach(request::setHeader);
    try {
      var answer = tls.client().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new HttpAnswer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while calling " + uri.getPath());
    }
  }
}
