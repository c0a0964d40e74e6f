package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.ledger.AlarmSearch;
import org.chasqui.ledger.AlarmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose clock a test moves, with deadlines of referrals and of expected events. */
abstract class ItemLifeFrame {
  static final String ITEM = "CP123456785CL";
  static final String SECOND = "RR473124829GB";
  static final String DISPATCH = "CLSCLAPELIMAACN60012";
  static final ObjectMapper JSON = new ObjectMapper();
  static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  TestGateway gateway;
  private TinyHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cla", "pea").hub("mx", hub);
    gateway.append("operators/cla.yaml", "\nreferrals:\n  remindBefore: [PT4H]\n");
    gateway.append(
        "administrations/mx.yaml",
        "\nreferrals:\n  answerWithin: {rfi: PT24H, dnl: PT2H}\n  assessWithin: PT48H\n");
    gateway.append(
        "operators/pea.yaml",
        """

        expects:
          - {after: dispatch-preadvice, event: arrived-inward-oe, within: P5D}
          - {after: tracking-event, of: arrived-inward-oe, event: delivered, within: P9D}
        """);
    gateway.start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  void declare(String reference, String item) throws Exception {
    int before = hub.calls().size();
    push(Edi.itmatt(reference, "MX", List.of(item)));
    await().atMost(PATIENCE).until(() -> hub.calls().size() > before);
  }

  void push(byte[] document) throws Exception {
    var answer = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  /** Sends a message and waits until it is interpreted; gives its interchange. */
  String tell(String party, byte[] message) throws Exception {
    var answer = gateway.post(party, "/v1/messages", "application/cloudevents+json", message);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = JSON.readTree(answer.body()).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(() -> !interchange(party, id).at("/interchange/items").isMissingNode());
    assertThat(interchange(party, id).at("/interchange/refused").asInt())
        .as(interchange(party, id).toString())
        .isZero();
    return id;
  }

  JsonNode interchange(String party, String id) throws Exception {
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }

  String problems(String party, String id) throws Exception {
    return interchange(party, id).path("problems").toString();
  }

  List<String> alarms(String party, String state) throws Exception {
    gateway.token(party);
    var found =
        gateway
            .gateway()
            .ledger()
            .alarms()
            .search(
                new AlarmSearch(
                    party,
                    null,
                    null,
                    null,
                    state.equals("ALL") ? null : AlarmState.valueOf(state),
                    100,
                    null));
    var all = new ArrayList<String>();
    found.rows().forEach(alarm -> all.add(alarm.kind() + " " + alarm.party()));
    return all;
  }

  List<String> awaited() throws Exception {
    var listed = JSON.readTree(gateway.get("cla", "/v1/alarms?state=awaited").body());
    var all = new ArrayList<String>();
    listed
        .path("alarms")
        .forEach(one -> all.add(one.path("kind").asText() + " " + one.path("party").asText()));
    return all;
  }

  /** Waits until exactly these alarms stand before a party. */
  void raised(String party, String... expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(alarms(party, "RAISED")).containsExactlyInAnyOrder(expected));
  }

  void outbox(String text, int times) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        JSON
                            .readTree(gateway.get("cla", "/v1/outbox/cla?limit=50").body())
                            .path("entries")
                            .findValuesAsText("document")
                            .stream()
                            .filter(document -> document.contains(text)))
                    .hasSize(times));
  }

  String story(String pointer) throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body()).at(pointer).asText();
  }
}
