package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.app.gateway.Region;
import org.chasqui.message.ItemId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document that must not grow beyond a number of bytes: what finds no room goes in others. */
class NoRoomTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BATCHES = "registro-lote-dir";
  private static final int ROOM = 4_000;

  @TempDir Path folder;
  private TinyHub hub;
  private TestGateway gateway;

  @BeforeEach
  void prepare() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(200, "{\"numeroProtocolo\":\"P1\"}"));
    gateway =
        new TestGateway(folder)
            .only("br", "cla", "bra")
            .hub("br", hub)
            .edit("administrations/br.yaml", "documentBytes: \\d+", "documentBytes: " + ROOM);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void everyItemReachesTheHubOnceInDocumentsOfTheSizeAllowed() throws Exception {
    var items = items(12);
    gateway.start();
    var document = Edi.itmatt("R1", "BR", items);
    assertThat(
            gateway.post("cla", "/v1/interchanges", "application/edifact", document).statusCode())
        .isEqualTo(202);

    await().atMost(Duration.ofSeconds(60)).until(() -> sent().size() >= items.size());

    assertThat(sent()).containsExactlyInAnyOrderElementsOf(items);
    assertThat(batches().size()).isGreaterThan(2);
    assertThat(batches()).allMatch(call -> call.body().length() <= ROOM);
    assertThat(batches().stream().map(call -> call.header("Idempotency-key")))
        .doesNotHaveDuplicates();
    var timeline = JSON.readTree(gateway.get("cla", "/v1/items/" + items.getFirst()).body());
    assertThat(timeline.path("problems").findValuesAsText("severity")).doesNotContain("ERROR");
    assertThat(timeline.findValuesAsText("type")).doesNotContain("parked");
  }

  @Test
  void translateShowsAllTheDocuments() throws Exception {
    var items = items(12);
    var region = Region.load(folder.resolve("home"), Map.of());
    var told = new StringWriter();
    var report = new Report(new PrintWriter(told, true), Locale.ENGLISH);
    var out = new ByteArrayOutputStream();
    var now = Instant.parse("2026-11-04T12:00:00Z");
    var documents = new TranslatedDocuments(region, Target.NATIONAL, null, report, out, now);

    new Translation(region, report, now)
        .read(new ByteArrayInputStream(Edi.itmatt("R1", "BR", items)), documents);
    documents.finish();

    var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.size()).isGreaterThan(2);
    assertThat(lines).allMatch(line -> line.length() <= ROOM);
    assertThat(items).allMatch(item -> lines.stream().anyMatch(line -> line.contains(item)));
    assertThat(told.toString()).doesNotContain("EAD-1002");
  }

  private List<TinyHub.Call> batches() {
    return hub.calls().stream()
        .filter(call -> call.path().contains(BATCHES) && !call.body().isEmpty())
        .toList();
  }

  private List<String> sent() throws Exception {
    var ids = new ArrayList<String>();
    for (var call : batches()) {
      for (var batch : List.of(JSON.readTree(call.body()))) {
        ids.addAll(batch.findValues("numeroRemessa").stream().map(JsonNode::asText).toList());
      }
    }
    return ids;
  }

  private static List<String> items(int count) {
    var items = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      items.add(ItemId.s10("CP", "%08d".formatted(1000 + i), "CL").text());
    }
    return items;
  }
}
