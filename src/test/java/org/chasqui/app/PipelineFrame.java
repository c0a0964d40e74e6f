package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway of three parties with a hub of one of them, and what they do to it. */
abstract class PipelineFrame {
  static final String ITEM = "CP123456785CL";
  static final String SECOND = "RR473124829GB";
  static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  TestGateway gateway;
  TinyHub hub;

  /** Backbone and ledger of this run. */
  abstract Map<String, String> world() throws Exception;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").with(world()).hub("mx", hub);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  HttpResponse<String> post(String party, byte[] document) throws Exception {
    return gateway.post(party, "/v1/interchanges", "application/edifact", document);
  }

  HttpResponse<String> push(String reference, List<String> items) throws Exception {
    return push(Edi.itmatt(reference, "MX", items));
  }

  HttpResponse<String> push(byte[] document) throws Exception {
    var answer = post("cla", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer;
  }

  HttpResponse<String> decide(String item, String status) throws Exception {
    var decision =
        """
        {"specversion":"1.0","id":"%s","source":"urn:lac-ead:party:MX:customs:ANAM",
         "type":"lacead.customs-decision.issued.v1","subject":"%s","time":"2026-11-04T10:00:00-06:00",
         "datacontenttype":"application/json","dataschema":"urn:lac-ead:schema:customs-decision:1.0.0",
         "recipient":"urn:lac-ead:party:XX:gateway:CHASQUI","correlationid":"%s",
         "data":{"decisionId":"%s","version":1,"declaration":{"itemId":"%s"},"status":"%s",
          "decidedAt":"2026-11-04T10:00:00-06:00","authority":{"countryCode":"MX"}%s}}
        """
            .formatted(
                UUID.randomUUID(),
                item,
                UUID.randomUUID(),
                UUID.randomUUID(),
                item,
                status,
                status.equals("HELD") ? ",\"reasons\":[{\"code\":\"EXAM\"}]" : "");
    return gateway.post(
        "mx",
        "/v1/messages",
        "application/cloudevents+json",
        decision.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse<String> refer(String itemId, String referralId) throws Exception {
    var example = Files.readString(Path.of("config/schema/examples/customs-referral.json"));
    var message = (ObjectNode) JSON.readTree(example);
    message.put("id", UUID.randomUUID().toString());
    message.put("source", "urn:lac-ead:party:MX:customs:ANAM");
    message.put("subject", itemId);
    message.put("recipient", "urn:lac-ead:party:XX:gateway:CHASQUI");
    var data = (ObjectNode) message.path("data");
    data.put("referralId", referralId);
    data.putObject("scope").putArray("items").addObject().put("itemId", itemId);
    data.putObject("authority").put("countryCode", "MX");
    return gateway.post(
        "mx", "/v1/messages", "application/cloudevents+json", JSON.writeValueAsBytes(message));
  }

  /** Until the hub was called as often. */
  void awaitCalls(int count) {
    await().atMost(PATIENCE).until(() -> hub.calls().size() == count);
  }

  List<String> outbox(int entries) throws Exception {
    await().atMost(PATIENCE).until(() -> entries().size() >= entries);
    return entries().findValuesAsText("document");
  }

  JsonNode entries() throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/outbox/cla?limit=10").body()).path("entries");
  }

  /** The interchange of an answer of the door, as its sender sees it. */
  JsonNode of(String party, String accepted) throws Exception {
    var id = JSON.readTree(accepted).path("id").asText();
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }

  /** The timeline of the item. */
  JsonNode item() throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
  }

  /** Until the interchange of an answer of the door has a problem; all of them. */
  String problems(String party, String accepted) throws Exception {
    await().atMost(PATIENCE).until(() -> !of(party, accepted).at("/problems/0").isMissingNode());
    return of(party, accepted).path("problems").toString();
  }

  long delivered() {
    var tally = gateway.gateway().ledger().tallies().get("mx");
    return tally == null ? 0 : tally.delivered();
  }
}
