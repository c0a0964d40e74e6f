package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chasqui.app.RegionalMessages.preadvice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An administration whose documents need the dispatch, on a running gateway with a moved clock. */
class PreadviceWaitTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WAIT = Duration.ofDays(2);
  private static final String ONE = "CP123456785CL";
  private static final String TWO = "CP123456799CL";
  private static final String DISPATCH = "CLSCLAMXMEXAACN60042";

  @TempDir private Path folder;
  private TestGateway gateway;
  private TinyHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla").hub("mx", hub);
    gateway.edit(
        "administrations/mx.yaml", "(?m)^receives:\\n", "receives:\n  preadviceWithin: PT48H\n");
    gateway.confine("cla", "mx").start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void aDeclarationWaitsForItsPreAdviceAndGoesCompletedWithIt() throws Exception {
    push("/v1/interchanges", Edi.itmatt("R1", "MX", List.of(ONE, TWO)));
    held(ONE, 1);
    held(TWO, 1);
    var waits = item(ONE).at("/held/0");
    assertThat(waits.path("reason").asText()).isEqualTo("preadvice");
    assertThat(waits.path("party").asText()).isEqualTo("mx");
    assertThat(page(ONE)).contains("MX wants the dispatch of an item", "Waits for the pre-advice");
    gateway.restart();
    held(ONE, 1);

    push("/v1/messages", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ONE)));

    calls(1);
    assertThat(sent()).contains(ONE, "\"receptacleId\":\"" + DISPATCH + "001100125\"");
    assertThat(sent()).doesNotContain(TWO);
    held(ONE, 0);
    held(TWO, 1);
    assertThat(item(ONE).path("problems").toString()).doesNotContain("EAD-2208");
    assertThat(gateway.gateway().ledger().verify(fault -> assertThat(fault).isNull())).isPositive();
  }

  @Test
  void aDeclarationWhosePreAdviceDoesNotComeGoesAsItIsAndThePostIsTold() throws Exception {
    push("/v1/interchanges", Edi.itmatt("R1", "MX", List.of(TWO)));
    held(TWO, 1);

    gateway.clock().advance(WAIT);

    calls(1);
    assertThat(sent()).contains(TWO).doesNotContain(DISPATCH);
    held(TWO, 0);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(item(TWO).path("problems").toString())
                    .contains("EAD-2208", "/transport/dispatchId"));
    assertThat(item(TWO).path("events").findValuesAsText("type")).contains("awaiting", "unadvised");
  }

  @Test
  void whatSaysItsDispatchOrIsCancelledDoesNotWait() throws Exception {
    push("/v1/messages", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ONE)));
    push("/v1/interchanges", Edi.itmatt("R1", "MX", List.of(ONE)));
    calls(1);
    assertThat(sent()).contains(DISPATCH);

    push("/v1/interchanges", Edi.itmatt("R2", "MX", List.of(TWO)));
    held(TWO, 1);
    push("/v1/interchanges", cancelled(Edi.itmatt("R3", "MX", List.of(TWO))));
    calls(3);
    assertThat(hub.calls().get(1).body()).contains(TWO, "\"function\":\"ORIGINAL\"");
    assertThat(sent()).contains(TWO, "\"function\":\"CANCELLATION\"");
  }

  /** Else those that wait would keep out what lets them go (P4). */
  @Test
  void whatWaitsForItsPreAdviceDoesNotCloseTheDoorsToIt() throws Exception {
    gateway.with("CHASQUI_WAITING_MOST", "1").restart();
    push("/v1/interchanges", Edi.itmatt("R1", "MX", List.of(ONE)));
    var waiting = "chasqui_items_waiting{party=\"mx\"} 1";
    await().atMost(PATIENCE).until(() -> gateway.get("cla", "/metrics").body().contains(waiting));

    push("/v1/messages", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ONE)));

    calls(1);
    assertThat(sent()).contains(ONE, DISPATCH);
  }

  private static byte[] cancelled(byte[] original) {
    return new String(original, StandardCharsets.ISO_8859_1)
        .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}1'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void push(String path, byte[] document) throws Exception {
    var answer = gateway.post("cla", path, "application/octet-stream", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = JSON.readTree(answer.body()).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !JSON.readTree(gateway.get("cla", "/v1/interchanges/" + id).body())
                    .at("/interchange/items")
                    .isMissingNode());
  }

  private void held(String item, int times) {
    await().atMost(PATIENCE).until(() -> item(item).path("held").size() == times);
  }

  private void calls(int times) {
    await().atMost(PATIENCE).until(() -> hub.calls().size() == times);
  }

  private String sent() {
    return hub.calls().getLast().body();
  }

  private JsonNode item(String item) throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/items/" + item).body());
  }

  private String page(String item) throws Exception {
    return gateway.page("cla", "/items/" + item);
  }
}
