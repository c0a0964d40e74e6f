package org.chasqui.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a post's system does with the gateway's HTTP API: push interchanges, fetch its outbox. */
final class PostClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** A document of an outbox. */
  record Fetched(String id, String codec, String document) {}

  /**
   * Pushes an interchange.
   *
   * @return the HTTP status: 202 accepted, 200 accepted before, others as the API says
   */
  HttpResponse<String> push(URI gateway, String token, byte[] document)
      throws IOException, InterruptedException {
    return http.send(
        request(gateway.resolve("/v1/interchanges"), token)
            .header("Content-Type", "application/edifact")
            .POST(HttpRequest.BodyPublishers.ofByteArray(document))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** Waits up to some seconds for documents in an outbox. */
  List<Fetched> fetch(URI gateway, String party, String token, int waitSeconds)
      throws IOException, InterruptedException {
    var address = gateway.resolve("/v1/outbox/" + party + "?limit=100&wait=" + waitSeconds);
    var answer =
        http.send(request(address, token).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException("outbox of " + party + " answered " + answer.statusCode());
    }
    var fetched = new ArrayList<Fetched>();
    for (JsonNode entry : JSON.readTree(answer.body()).path("entries")) {
      fetched.add(
          new Fetched(
              entry.path("id").asText(),
              entry.path("codec").asText(),
              entry.path("document").asText()));
    }
    return fetched;
  }

  /** Says that the documents have arrived. */
  void acknowledge(URI gateway, String party, String token, List<Fetched> fetched)
      throws IOException, InterruptedException {
    var body =
        JSON.createObjectNode()
            .set("deliveries", JSON.valueToTree(fetched.stream().map(Fetched::id).toList()));
    var answer =
        http.send(
            request(gateway.resolve("/v1/outbox/" + party + "/acknowledge"), token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.discarding());
    if (answer.statusCode() != 200) {
      throw new IOException("acknowledging to " + party + " answered " + answer.statusCode());
    }
  }

  private static HttpRequest.Builder request(URI address, String token) {
    return HttpRequest.newBuilder(address)
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + token);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
