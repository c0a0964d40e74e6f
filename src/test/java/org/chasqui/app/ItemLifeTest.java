package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chasqui.app.RegionalMessages.decision;
import static org.chasqui.app.RegionalMessages.event;
import static org.chasqui.app.RegionalMessages.preadvice;
import static org.chasqui.app.RegionalMessages.referral;
import static org.chasqui.app.RegionalMessages.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.ledger.AlarmSearch;
import org.chasqui.ledger.AlarmState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines and alarms of items and dispatches on a running gateway whose clock a test moves. */
class ItemLifeTest {
  private static final String ITEM = "CP123456785CL";
  private static final String SECOND = "RR473124829GB";
  private static final String DISPATCH = "CLSCLAPELIMAACN60012";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private TestGateway gateway;
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

  @Test
  void aReferralWithoutAnswerIsRemindedOfOnceAndThenAnAlarmUntilItIsAnswered() throws Exception {
    declare("R1", ITEM);
    tell("mx", referral(ITEM, "MX-1", 1, "RFI", "OPEN"));
    outbox("RFF+ACW:MX-1", 1);
    assertThat(awaited()).contains("REFERRAL_DUE cla", "REFERRAL_OVERDUE cla");
    assertThat(story("/referrals/0/toMove")).isEqualTo("POST");
    assertThat(story("/referrals/0/until")).isNotEmpty();

    gateway.clock().advance(HOUR.multipliedBy(21));
    raised("cla", "REFERRAL_DUE cla");
    outbox("RFF+ACW:MX-1", 2);
    gateway.clock().advance(HOUR.multipliedBy(4));
    raised("cla", "REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    raised("mx", "REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    assertThat(alarms("pea", "ALL")).isEmpty();
    outbox("RFF+ACW:MX-1", 2);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                gateway
                    .get("cla", "/metrics")
                    .body()
                    .contains("chasqui_alarms{kind=\"referral-overdue\"} 1"));

    tell("cla", response(ITEM, "MX-1", "RFI", ",\"answers\":[{\"answer\":\"Tazas\"}]"));
    raised("cla");
    assertThat(alarms("mx", "CLEARED")).contains("REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    assertThat(story("/referrals/0/toMove")).isEqualTo("CUSTOMS");
    gateway.clock().advance(HOUR.multipliedBy(49));
    raised("mx", "ASSESSMENT_OVERDUE mx");
    tell("mx", decision(ITEM, "ASSESSMENT_COMPLETE"));
    raised("mx");
    assertThat(story("/referrals/0/toMove")).isEqualTo("NOBODY");
    assertThat(gateway.gateway().ledger().verify(fault -> assertThat(fault).isNull())).isPositive();
  }

  @Test
  void aReminderIsTheDocumentThatTheReferralWas() throws Exception {
    gateway.edit(
        "operators/cla.yaml",
        "(?m)^format:\\n",
        "format:\n  documents: [{codec: regional-json, kinds: [customs-referral]}]\n");
    gateway.restart();
    declare("R1", ITEM);
    tell("mx", referral(ITEM, "MX-1", 1, "RFI", "OPEN"));
    outbox("\"referralId\":\"MX-1\"", 1);

    gateway.clock().advance(HOUR.multipliedBy(21));

    outbox("\"referralId\":\"MX-1\"", 2);
    outbox("RFF+ACW:MX-1", 0);
  }

  @Test
  void whatMustNotBeLoadedIsAnAlarmUntilConfirmedAndAtOnceWhenItTravels() throws Exception {
    declare("R1", ITEM);
    tell("mx", referral(ITEM, "MX-7", 1, "DNL", "OPEN"));
    outbox("RFF+ACW:MX-7", 1);
    gateway.clock().advance(HOUR.multipliedBy(3));
    raised("mx", "DO_NOT_LOAD_UNCONFIRMED cla");

    var unclear =
        tell(
            "cla",
            response(
                ITEM,
                "MX-7",
                "DNL",
                ",\"doNotLoad\":{\"confirmed\":false,\"confirmedAt\":\"2026-11-04T12:00:00Z\"}"));
    assertThat(problems("cla", unclear)).contains("EAD-2203", "/doNotLoad/confirmed");
    raised("mx", "DO_NOT_LOAD_UNCONFIRMED cla");
    tell(
        "cla",
        response(
            ITEM,
            "MX-7",
            "DNL",
            ",\"doNotLoad\":{\"confirmed\":true,\"confirmedAt\":\"2026-11-04T12:00:00Z\"}"));
    raised("mx");
    assertThat(story("/referrals/0/doNotLoad")).isEqualTo("true");

    tell("cla", event(RegionalMessages.CLA, "HELD_AT_OUTWARD_OE", ITEM));
    raised("mx");
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    raised("mx", "DO_NOT_LOAD_MOVED cla");
    tell("cla", event(RegionalMessages.CLA, "DEPARTED_OUTWARD_OE", ITEM));
    raised("mx", "DO_NOT_LOAD_MOVED cla");

    tell("mx", referral(ITEM, "MX-7", 2, "DNL", "WITHDRAWN"));
    raised("mx");
    assertThat(story("/referrals/0/doNotLoad")).isEqualTo("false");
  }

  @Test
  void anAmendmentAnswersARequestForInformation() throws Exception {
    declare("R1", ITEM);
    tell("mx", referral(ITEM, "MX-1", 1, "RFI", "OPEN"));
    outbox("RFF+ACW:MX-1", 1);

    push(amended(Edi.itmatt("R2", "MX", List.of(ITEM))));

    await().atMost(PATIENCE).until(() -> story("/referrals/0/toMove").equals("CUSTOMS"));
    gateway.clock().advance(HOUR.multipliedBy(49));
    raised("mx", "ASSESSMENT_OVERDUE mx");
  }

  @Test
  void anExpectedEventThatDoesNotComeIsAnAlarmUntilItComesLate() throws Exception {
    declare("R1", ITEM);
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> awaited().contains("EVENT_MISSING pea"));

    gateway.clock().advance(Duration.ofDays(6));
    raised("pea", "EVENT_MISSING pea");
    raised("cla", "EVENT_MISSING pea");
    var shown = JSON.readTree(gateway.get("cla", "/v1/items/" + DISPATCH).body());
    assertThat(shown.at("/alarms/0/kind").asText()).isEqualTo("EVENT_MISSING");
    assertThat(shown.at("/alarms/0/text").asText()).contains("Arrived at the inward office");
    tell("pea", event(RegionalMessages.PEA, "ARRIVED_INWARD_OE", ITEM));

    raised("cla");
    assertThat(alarms("cla", "CLEARED")).containsExactly("EVENT_MISSING pea");
    gateway.clock().advance(Duration.ofDays(10));
    raised("pea", "EVENT_MISSING pea");
    var listed = JSON.readTree(gateway.get("cla", "/v1/alarms?subject=" + ITEM).body());
    assertThat(listed.at("/alarms/0/text").asText()).contains("Delivered");
  }

  @Test
  void anEventThatCameBeforeThePreAdviceIsNotMissed() throws Exception {
    declare("R1", ITEM);
    tell("pea", event(RegionalMessages.PEA, "ARRIVED_INWARD_OE", SECOND, ITEM));
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> awaited().size() == 3);

    gateway.clock().advance(Duration.ofDays(6));

    await().atMost(PATIENCE).until(() -> awaited().size() == 2);
    assertThat(alarms("pea", "ALL")).isEmpty();
  }

  @Test
  void aPostIsToldOfUndeclaredAndMissingItemsOfItsDispatch() throws Exception {
    declare("R1", ITEM);
    var sent = tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM, SECOND)));
    assertThat(problems("cla", sent)).contains("EAD-2204", "/receptacles/0/items/1/itemId", SECOND);
    raised("cla", "ITEMS_UNDECLARED cla");

    var amended = tell("cla", preadvice(DISPATCH, 2, "AMENDMENT", List.of(SECOND)));
    assertThat(problems("cla", amended)).contains("EAD-2205", ITEM);
    declare("R2", SECOND);

    raised("cla");
    assertThat(alarms("cla", "CLEARED")).containsExactly("ITEMS_UNDECLARED cla");
  }

  @Test
  void aDeclarationThatComesAfterItsPreAdviceCarriesTheDispatchUnlessThatIsCancelled()
      throws Exception {
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    declare("R1", ITEM);
    var sent = hub.calls().getLast().body();
    assertThat(sent).contains("\"receptacleId\":\"" + DISPATCH + "001100125\"");
    assertThat(sent)
        .contains("\"/transport/dispatchId\":\"" + RegionalMessages.CLA + "#" + DISPATCH);
    push(Edi.itmatt("R1-again", "MX", List.of(ITEM)));
    await()
        .atMost(PATIENCE)
        .until(() -> gateway.get("cla", "/v1/items/" + ITEM).body().contains("EAD-2206"));

    var other = "CLSCLAMXMEXAACN60013";
    tell("cla", preadvice(other, 1, "ORIGINAL", List.of(SECOND)));
    tell("cla", preadvice(other, 2, "CANCELLATION", List.of(SECOND)));
    declare("R2", SECOND);
    assertThat(hub.calls().getLast().body()).contains(SECOND).doesNotContain(other);
  }

  private static byte[] amended(byte[] original) {
    return new String(original, StandardCharsets.ISO_8859_1)
        .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}5'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void declare(String reference, String item) throws Exception {
    int before = hub.calls().size();
    push(Edi.itmatt(reference, "MX", List.of(item)));
    await().atMost(PATIENCE).until(() -> hub.calls().size() > before);
  }

  private void push(byte[] document) throws Exception {
    var answer = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
  }

  /** Sends a message and waits until it is interpreted; gives its interchange. */
  private String tell(String party, byte[] message) throws Exception {
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

  private JsonNode interchange(String party, String id) throws Exception {
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }

  private String problems(String party, String id) throws Exception {
    return interchange(party, id).path("problems").toString();
  }

  private List<String> alarms(String party, String state) throws Exception {
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

  private List<String> awaited() throws Exception {
    var listed = JSON.readTree(gateway.get("cla", "/v1/alarms?state=awaited").body());
    var all = new ArrayList<String>();
    listed
        .path("alarms")
        .forEach(one -> all.add(one.path("kind").asText() + " " + one.path("party").asText()));
    return all;
  }

  /** Waits until exactly these alarms stand before a party. */
  private void raised(String party, String... expected) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(alarms(party, "RAISED")).containsExactlyInAnyOrder(expected));
  }

  private void outbox(String text, int times) {
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

  private String story(String pointer) throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body()).at(pointer).asText();
  }
}
