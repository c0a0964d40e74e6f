package org.chasqui.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** One simulated post: pushes interchanges, fetches what is told to it, and counts by itself. */
final class Post {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final int MOST_DOCUMENTS = 100;

  private final String party;
  private final String token;
  private final Gateway gateway;
  private final ItemRegister pushed = new ItemRegister();
  private final ItemRegister told = new ItemRegister();
  private final ItemRegister ended = new ItemRegister();
  private final LongAdder taken = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder repeats = new LongAdder();
  private final LongAdder decisions = new LongAdder();
  private final LongAdder documents = new LongAdder();
  private final LongAdder controls = new LongAdder();

  Post(String party, String token, Gateway gateway) {
    this.party = party;
    this.token = token;
    this.gateway = gateway;
  }

  /** Sends the same bytes until the gateway answers for good. */
  PushResult push(Supplier<URI> address, byte[] interchange, String mediaType)
      throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      long start = System.nanoTime();
      try {
        var answer = gateway.post(address.get(), "/v1/interchanges", token, mediaType, interchange);
        int status = answer.statusCode();
        if (status != 429 && status / 100 != 5) {
          count(status, interchange);
          var took = Duration.ofNanos(System.nanoTime() - start);
          var body = new String(answer.body(), StandardCharsets.UTF_8);
          return new PushResult(status, attempt, took, body);
        }
        repeats.increment();
        Thread.sleep(Gateway.pause(answer, PAUSE, LONGEST_PAUSE));
      } catch (IOException unreachable) {
        repeats.increment();
        Thread.sleep(PAUSE);
      }
    }
  }

  private void count(int status, byte[] interchange) {
    if (status / 100 != 2) {
      refused.increment();
      return;
    }
    taken.increment();
    long now = System.currentTimeMillis();
    new EdiScan(new String(interchange, StandardCharsets.ISO_8859_1))
        .declared(itemId -> pushed.register(itemId, 1, now));
  }

  /** Fetches and acknowledges until interrupted. */
  void fetch(Supplier<URI> address, Duration wait) throws InterruptedException {
    var path = "/v1/outbox/" + party + "?wait=" + wait.toSeconds() + "&limit=" + MOST_DOCUMENTS;
    while (true) {
      var base = address.get();
      try {
        var answer = gateway.get(base, path, token);
        if (answer.statusCode() != 200) {
          Thread.sleep(Gateway.pause(answer, PAUSE, LONGEST_PAUSE));
        } else {
          read(base, answer);
          // a post looks some times a second, it does not run in a circle
          Thread.sleep(BETWEEN);
        }
      } catch (IOException unreachable) {
        Thread.sleep(PAUSE);
      }
    }
  }

  private void read(URI address, HttpResponse<byte[]> answer)
      throws IOException, InterruptedException {
    var entries = JSON.readTree(answer.body()).path("entries");
    if (entries.isEmpty()) {
      return;
    }
    var body = JSON.createObjectNode();
    var ids = body.putArray("deliveries");
    for (var entry : entries) {
      read(entry);
      ids.add(entry.path("id").asText());
    }
    var acknowledged =
        gateway.post(
            address,
            "/v1/outbox/" + party + "/acknowledge",
            token,
            "application/json",
            body.toString().getBytes(StandardCharsets.UTF_8));
    if (acknowledged.statusCode() / 100 == 2) {
      documents.add(entries.size());
    }
  }

  private void read(JsonNode entry) {
    var text = entry.path("document").asText();
    if (text.contains("UCI+")) {
      controls.increment();
      return;
    }
    long now = System.currentTimeMillis();
    new EdiScan(text)
        .told(
            (itemId, ends) -> {
              decisions.increment();
              told.register(itemId, 1, now);
              if (ends) {
                ended.register(itemId, 1, now);
              }
            });
  }

  boolean wasTold(String itemId) {
    return told.registeredAt(itemId) >= 0;
  }

  PostCounters counters() {
    return new PostCounters(
        taken.sum(),
        refused.sum(),
        repeats.sum(),
        pushed.size(),
        told.sizeWithin(pushed),
        ended.sizeWithin(pushed),
        decisions.sum(),
        documents.sum(),
        controls.sum());
  }
}
