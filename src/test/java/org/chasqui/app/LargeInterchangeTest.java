package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.chasqui.message.ItemId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An interchange of 120 MB goes through the whole gateway, a process with a heap of 512 MB that
 * ends when it runs out of it: door, ledger, decoder, rules, format, hub (P8).
 */
class LargeInterchangeTest {
  private static final int ITEMS = 12_600;
  private static final int CONTENTS = 80;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ITEM = Pattern.compile("\"subject\":\"CP\\d{9}CL\"");

  @TempDir Path folder;

  @Test
  void passesInAHeapOf512Megabytes() throws Exception {
    var document = document();
    assertThat(Files.size(document)).isGreaterThan(120_000_000);
    var arrived = new AtomicInteger();
    try (var hub = new TinyHub(call -> count(call, arrived)).keepingNone();
        var prepared = new TestGateway(folder).only("mx", "cla").hub("mx", hub);
        var gateway = new ForkedGateway(prepared, "-Xmx512m", "-XX:+ExitOnOutOfMemoryError");
        var client = HttpClient.newHttpClient()) {
      gateway.start();
      var accepted = client.send(push(gateway, document), HttpResponse.BodyHandlers.ofString());
      assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
      await().atMost(PATIENCE).until(() -> arrived.get() >= ITEMS || !gateway.isAlive());
      assertThat(gateway.isAlive()).as("see the heap: " + gateway.log()).isTrue();
      assertThat(arrived).hasValue(ITEMS);
      var state = client.send(status(gateway, accepted), HttpResponse.BodyHandlers.ofString());
      var interchange = JSON.readTree(state.body()).path("interchange");
      assertThat(interchange.path("items").asInt()).isEqualTo(ITEMS);
      assertThat(interchange.path("state").asText()).isEqualTo("INTERPRETED");
    }
  }

  /** Keeps the number only: this process has no room for all of it. */
  private static TinyHub.Reply count(TinyHub.Call call, AtomicInteger arrived) {
    arrived.addAndGet((int) ITEM.matcher(call.body()).results().count());
    return TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}");
  }

  private static HttpRequest push(ForkedGateway gateway, Path document) throws IOException {
    return gateway
        .request("cla", "/v1/interchanges")
        .header("Content-Type", "application/edifact")
        .POST(HttpRequest.BodyPublishers.ofFile(document))
        .build();
  }

  private static HttpRequest status(ForkedGateway gateway, HttpResponse<String> accepted)
      throws IOException {
    var location = accepted.headers().firstValue("Location").orElseThrow();
    return gateway.request("cla", URI.create(location).getPath()).build();
  }

  /** 12,600 items of 80 content lines each, some 10 KB an item. */
  private Path document() throws IOException {
    var path = folder.resolve("large.edi");
    try (var out = Files.newBufferedWriter(path, StandardCharsets.ISO_8859_1)) {
      var one =
          new String(
              Edi.itmatt("LARGE", "MX", java.util.List.of("X")), StandardCharsets.ISO_8859_1);
      int item = one.indexOf("CNI+");
      int contents = one.indexOf("CST+");
      int tail = one.indexOf("CNT+");
      out.write(one.substring(0, item));
      var head = one.substring(item, contents);
      var line = one.substring(contents, tail);
      for (int i = 1; i <= ITEMS; i++) {
        var serial = "%08d".formatted(i);
        var id = "CP" + serial + ItemId.checkDigit(serial) + "CL";
        out.write(
            head.replace("CNI+1+X", "CNI+" + i + "+" + id)
                .replace("43:60.00", "43:" + 60 * CONTENTS + ".00")
                .replace("KGM:1.250", "KGM:41.000"));
        for (int n = 1; n <= CONTENTS; n++) {
          out.write(line.replace("CST+1+", "CST+" + n + "+"));
        }
      }
      int segments = 5 - 1 + ITEMS * (segments(head) + CONTENTS * segments(line)) + 2;
      out.write("CNT+10:" + ITEMS + "'\nUNT+" + segments + "+1'\nUNZ+1+LARGE'\n");
    }
    return path;
  }

  private static int segments(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }
}
