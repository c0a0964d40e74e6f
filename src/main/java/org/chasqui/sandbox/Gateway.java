package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The gateway as a party of the sandbox sees it: an address and the party's own token. */
final class Gateway implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  HttpResponse<byte[]> post(URI base, String path, String token, String mediaType, byte[] body)
      throws IOException, InterruptedException {
    var request =
        request(base, path, token)
            .header("Content-Type", mediaType)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  HttpResponse<byte[]> get(URI base, String path, String token)
      throws IOException, InterruptedException {
    return client.send(
        request(base, path, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static HttpRequest.Builder request(URI base, String path, String token) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  /** The pause that an answer asks for, at most this long; else a usual one. */
  static Duration pause(HttpResponse<?> answer, Duration usual, Duration most) {
    var asked =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(text -> text.matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text)))
            .orElse(usual);
    return asked.compareTo(most) > 0 ? most : asked;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
