package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A party that is known may still not speak about, decide or see what is another's. */
class StrangersTest {
  private static final String ITEM = "CP123456785CL";
  private static final String SECOND = "CP123456799CL";
  private static final String THIRD = "CP123456808PE";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private TinyHub hub;
  private TestGateway gateway;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway =
        new TestGateway(folder)
            .only("mx", "uy", "cla", "pea")
            .hub("mx", hub)
            .hub("uy", hub)
            .with("CHASQUI_GATHER_WAIT", "PT1S")
            .start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void anAdministrationDecidesOnlyWhatWasDeclaredToIt() throws Exception {
    push("cla", Edi.itmatt("S1", "MX", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    var foreign = interpreted("uy", decide("uy", "UY"));
    assertThat(foreign.path("interchange").path("state").asText()).isEqualTo("REFUSED");
    assertThat(foreign.path("problems").path(0).path("code").asText()).isEqualTo("EAD-3002");
    assertThat(foreign.path("problems").path(0).path("location").asText())
        .isEqualTo("/declaration/itemId");
    assertThat(gateway.gateway().ledger().tallies().get("mx").decided()).isZero();

    var own = interpreted("mx", decide("mx", "MX"));
    assertThat(own.path("interchange").path("state").asText()).isEqualTo("INTERPRETED");
    assertThat(gateway.gateway().ledger().tallies().get("mx").decided()).isOne();
  }

  @Test
  void aPostChangesOnlyWhatItDeclaredItself() throws Exception {
    push("cla", Edi.itmatt("S2", "MX", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    var cancellation =
        new String(peru(Edi.itmatt("S3", "MX", List.of(ITEM))), StandardCharsets.ISO_8859_1)
            .replace("BGM+929+S3+9'", "BGM+929+S3+1'")
            .getBytes(StandardCharsets.ISO_8859_1);

    var foreign = interpreted("pea", push("pea", cancellation));

    assertThat(foreign.path("interchange").path("state").asText()).isEqualTo("REFUSED");
    assertThat(foreign.path("problems").findValuesAsText("expected")).contains("ORIGINAL first");
    assertThat(hub.calls()).hasSize(1);
  }

  @Test
  void itemsOfTwoPostsNeverShareADocument() throws Exception {
    push("cla", Edi.itmatt("S4", "MX", List.of(ITEM)));
    push("pea", peru(Edi.itmatt("S5", "MX", List.of(THIRD))));
    push("cla", Edi.itmatt("S6", "MX", List.of(SECOND)));
    await()
        .atMost(PATIENCE)
        .until(() -> hub.calls().stream().anyMatch(call -> call.body().contains(SECOND)));
    await()
        .atMost(PATIENCE)
        .until(() -> hub.calls().stream().anyMatch(call -> call.body().contains(THIRD)));

    assertThat(hub.calls())
        .noneMatch(
            call ->
                call.body().contains(THIRD)
                    && (call.body().contains(ITEM) || call.body().contains(SECOND)));
  }

  /** The same from SERPOST. */
  private static byte[] peru(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1)
        .replace("J1CCLA", "J1CPEA")
        .replace("NAD+MS+CLA", "NAD+MS+PEA")
        .replace("CLSCLA", "PELIMA")
        .replace("LOC+35+CL'", "LOC+35+PE'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String push(String party, byte[] document) throws Exception {
    var answer = gateway.post(party, "/v1/interchanges", "application/edifact", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.body();
  }

  private String decide(String party, String country) throws Exception {
    var decision =
        """
        {"specversion":"1.0","id":"%s","source":"urn:lac-ead:party:%s",
         "type":"lacead.customs-decision.issued.v1","subject":"%s","time":"2026-11-04T10:00:00-06:00",
         "datacontenttype":"application/json","dataschema":"urn:lac-ead:schema:customs-decision:1.0.0",
         "recipient":"urn:lac-ead:party:XX:gateway:CHASQUI","correlationid":"%s",
         "data":{"decisionId":"%s","version":1,"declaration":{"itemId":"%s"},"status":"RELEASED",
          "decidedAt":"2026-11-04T10:00:00-06:00","authority":{"countryCode":"%s"}}}
        """
            .formatted(
                UUID.randomUUID(),
                party.equals("mx") ? "MX:customs:ANAM" : "UY:customs:" + code(party),
                ITEM,
                UUID.randomUUID(),
                UUID.randomUUID(),
                ITEM,
                country);
    HttpResponse<String> answer =
        gateway.post(
            party,
            "/v1/messages",
            "application/cloudevents+json",
            decision.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer.body();
  }

  private String code(String party) {
    return gateway.gateway().profiles().byId(party).orElseThrow().identity().code();
  }

  /** The interchange when it is read to its end. */
  private JsonNode interpreted(String party, String accepted) throws Exception {
    var id = JSON.readTree(accepted).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !List.of("ACCEPTED", "INTERPRETING")
                    .contains(status(party, id).path("interchange").path("state").asText()));
    return status(party, id);
  }

  private JsonNode status(String party, String id) throws Exception {
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }
}
