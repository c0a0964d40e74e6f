package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** Items that are sent on to another country by an amendment, on a running gateway. */
class RedirectionTest {
  private static final String ITEM = "CP123456785CL";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private TestGateway gateway;
  private TinyHub first;
  private TinyHub second;

  @BeforeEach
  void start() throws Exception {
    first = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    second = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"AR-1\"}"));
    gateway =
        new TestGateway(folder)
            .only("mx", "ar", "cla", "pea")
            .hub("mx", first)
            .hub("ar", second)
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    first.close();
    second.close();
  }

  @Test
  void theNewAdministrationGetsAnOriginalAndTheFirstACancellation() throws Exception {
    push("R1", "MX", 9);
    await().atMost(PATIENCE).until(() -> first.calls().size() == 1);

    push("R2", "AR", 5);

    await().atMost(PATIENCE).until(() -> second.calls().size() == 1 && first.calls().size() == 2);
    assertThat(said(first)).isEqualTo("CANCELLATION 2 MX");
    assertThat(said(second)).isEqualTo("ORIGINAL 2 AR");

    push("R3", "AR", 5);
    await().atMost(PATIENCE).until(() -> second.calls().size() == 2);
    assertThat(said(second)).isEqualTo("AMENDMENT 3 AR");
    push("R4", "MX", 5);
    await().atMost(PATIENCE).until(() -> second.calls().size() == 3 && first.calls().size() == 3);
    assertThat(said(first)).isEqualTo("ORIGINAL 4 MX");
    assertThat(said(second)).isEqualTo("CANCELLATION 4 AR");
    push("R5", "MX", 1);
    await().atMost(PATIENCE).until(() -> first.calls().size() == 4);
    assertThat(said(first)).isEqualTo("CANCELLATION 5 MX");
    assertThat(second.calls()).hasSize(3);
  }

  @Test
  void anOriginalSentAgainIsKnownAndAnotherIsToBeAnAmendment() throws Exception {
    push("R1", "MX", 9);
    await().atMost(PATIENCE).until(() -> first.calls().size() == 1);

    var again = status(push("R2", "MX", 9));
    var other = status(push("R3", "AR", 9));

    assertThat(again.at("/interchange/state").asText()).isEqualTo("INTERPRETED");
    assertThat(again.path("problems").findValuesAsText("code")).contains("EAD-2206");
    assertThat(again.path("problems").findValuesAsText("severity")).doesNotContain("ERROR");
    assertThat(other.at("/interchange/state").asText()).isEqualTo("REFUSED");
    assertThat(other.path("problems").toString()).contains("EAD-2201", "AMENDMENT");
    push("R4", "MX", 5);
    await().atMost(PATIENCE).until(() -> first.calls().size() == 2);
    assertThat(said(first)).isEqualTo("AMENDMENT 2 MX");
    assertThat(second.calls()).isEmpty();
  }

  private JsonNode status(String accepted) throws Exception {
    var id = JSON.readTree(accepted).path("id").asText();
    await().atMost(PATIENCE).until(() -> !interchange(id).at("/interchange/items").isMissingNode());
    return interchange(id);
  }

  private JsonNode interchange(String id) throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/interchanges/" + id).body());
  }

  private static String said(TinyHub hub) throws Exception {
    var body = JSON.readTree(hub.calls().getLast().body());
    JsonNode data = (body.isArray() ? body.get(0) : body).path("data");
    return data.path("function").asText()
        + " "
        + data.path("version").asText()
        + " "
        + data.path("destinationCountryCode").asText();
  }

  private String push(String reference, String destination, int function) throws Exception {
    var document =
        new String(Edi.itmatt(reference, destination, List.of(ITEM)), StandardCharsets.ISO_8859_1)
            .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}" + function + "'");
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.body();
  }
}
