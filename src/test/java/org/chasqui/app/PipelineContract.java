package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a message through a running gateway; run on each backbone and ledger. */
abstract class PipelineContract {
  static final String ITEM = "CP123456785CL";
  static final String SECOND = "RR473124829GB";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;
  TestGateway gateway;
  private TinyHub hub;

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

  @Test
  void bringsADeclarationToTheHubAndTheDecisionBackToThePost() throws Exception {
    gateway.start();
    var answer = push("R1", List.of(ITEM));
    assertThat(answer.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body()).contains(ITEM).contains("item-declaration");
    assertThat(hub.calls().getFirst().header("Idempotency-key")).startsWith("chasqui-");
    assertThat(decide(ITEM, "RELEASED").statusCode()).isEqualTo(202);
    var documents = outbox(2);
    assertThat(documents).anyMatch(text -> text.contains("CUSRSP") && text.contains(ITEM));
    assertThat(documents).anyMatch(text -> text.contains("CONTRL") && text.contains("UCI+R1"));
  }

  @Test
  void tellsAnEventToThePostThatDeclaredTheItem() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    var answer =
        gateway.post("pea", "/v1/interchanges", "application/edifact", Edi.emsevt("E1", ITEM));
    assertThat(answer.statusCode()).isEqualTo(202);
    var documents = outbox(2);
    assertThat(documents)
        .anyMatch(text -> text.contains("NAD+MS+PEA") && text.contains("STS+1+EME::139+50::139"));
    var timeline = JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
    assertThat(timeline.findValuesAsText("kind")).contains("tracking-event");
  }

  @Test
  void tellsInTheAcknowledgementEveryItemThatARuleRefuses() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM, "CP123456784CL"));

    var wrongCheckDigit = acknowledgement("R1");
    assertThat(wrongCheckDigit)
        .contains("UCI+R1+J1CCLA:58+J1CBRA:58+7'")
        .contains("UCM+1+ITMATT:D:00A:UN:M33+2'\nUCS+21'\nUCD+12+3:1'\nUNT");
    push(heavier(Edi.itmatt("R2", "MX", List.of(ITEM))));

    var declaredBefore = acknowledgement("R2");
    assertThat(declaredBefore)
        .contains("UCI+R2+J1CCLA:58+J1CBRA:58+4'")
        .contains("UCM+1+ITMATT:D:00A:UN:M33+4'\nUCS+5'\nUCD+12+3:1'\nUNT");
  }

  private static byte[] heavier(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1)
        .replace("KGM:1.250", "KGM:1.500")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private String acknowledgement(String reference) throws Exception {
    await().atMost(PATIENCE).until(() -> entries().toString().contains("UCI+" + reference + "+"));
    return entries().findValuesAsText("document").stream()
        .filter(text -> text.contains("UCI+" + reference + "+"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatBecameOfReceptaclesToThePostThatSentThem() throws Exception {
    gateway.start();
    var answer = gateway.post("pea", "/v1/interchanges", "application/edifact", Edi.resdes("D1"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

    assertThat(outbox(1))
        .anyMatch(
            text ->
                text.contains("UNH+1+RESDES:D:00A:UN'")
                    && text.contains("NAD+MS+PEA")
                    && text.contains("CNI+1+CLSCLAPELIMAACN60042001100105'\nSTS+1+74::ZZZ'"));
  }

  @Test
  void bringsAReferralToThePostAndItsAnswerBack() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    assertThat(refer(ITEM, "MX-1").statusCode()).isEqualTo(202);
    assertThat(outbox(2))
        .anyMatch(text -> text.contains("RFF+ACW:MX-1") && text.contains("GIS+RFI::ZZZ"));
    var answer =
        gateway.post(
            "cla", "/v1/interchanges", "application/edifact", Edi.refrsp("A1", ITEM, "MX-1"));
    assertThat(answer.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 2);

    assertThat(hub.calls().getLast().body())
        .contains("referral-response", "MX-1", "Tazas de ceramica");
    var timeline = JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
    assertThat(timeline.findValuesAsText("kind")).contains("customs-referral", "referral-response");

    assertThat(decide(ITEM, "ASSESSMENT_COMPLETE").statusCode()).isEqualTo(202);
    assertThat(outbox(4).stream().filter(text -> text.contains("CUSRSP"))).hasSize(1);
    assertThat(toMove()).isEqualTo("NOBODY");
    assertThat(decide(ITEM, "RELEASED").statusCode()).isEqualTo(202);
    assertThat(outbox(5).stream().filter(text -> text.contains("CUSRSP"))).hasSize(2);
  }

  @Test
  void proposesAnEventOnceForADecisionWhereThePostAsksForIt() throws Exception {
    gateway
        .edit(
            "operators/cla.yaml",
            "(?m)^format:",
            """
              proposedEvents: {held: EME, released: EDC}
              proposedReason: "50"

            format:\
            """)
        .start();
    push("R1", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    decide(ITEM, "HELD");
    assertThat(outbox(3))
        .anyMatch(text -> text.contains("NAD+MS+CHASQUI") && text.contains("STS+1+EME::139+50"));
    gateway.restart();
    decide(ITEM, "HELD");
    decide(ITEM, "RELEASED");

    var documents = outbox(6);
    assertThat(documents.stream().filter(text -> text.contains("STS+1+EME"))).hasSize(1);
    assertThat(documents.stream().filter(text -> text.contains("STS+1+EDC"))).hasSize(1);
    assertThat(documents.stream().filter(text -> text.contains("CUSRSP"))).hasSize(3);
    var timeline = gateway.get("cla", "/v1/items/" + ITEM).body();
    assertThat(JSON.readTree(timeline).findValuesAsText("kind"))
        .filteredOn("tracking-event"::equals)
        .hasSize(2);
  }

  private String toMove() throws Exception {
    var item = JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
    return item.at("/referrals/0/toMove").asText();
  }

  @Test
  void refusesAReferralAfterAFinalDecisionOfTheSameAdministration() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    decide(ITEM, "RELEASED");
    outbox(2);

    var referral = refer(ITEM, "MX-3");

    await()
        .atMost(PATIENCE)
        .until(() -> !of("mx", referral.body()).at("/problems/0").isMissingNode());
    assertThat(of("mx", referral.body()).path("problems").toString())
        .contains("EAD-2202", "/scope/items/0");
    assertThat(entries().toString()).doesNotContain("ITMREF");
  }

  @Test
  void keepsTheAcknowledgementOfAPostAndAnswersItWithNone() throws Exception {
    gateway.start();
    var contrl =
        """
        UNB+UNOC:3+J1CCLA:58+CHASQUI+261104:1900+K1++CONTRL'
        UNH+1+CONTRL:D:3:UN'
        UCI+C1+CHASQUI+J1CCLA:58+7'
        UNT+3+1'
        UNZ+1+K1'
        """;

    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            contrl.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(answer.statusCode()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                interchange(answer.body()).at("/interchange/state").asText().equals("INTERPRETED"));
    assertThat(interchange(answer.body()).path("problems")).isEmpty();
    assertThat(entries().findValuesAsText("document")).isEmpty();
  }

  @Test
  void refusesWhatNobodyReferredAndReferralsOfItemsThatWereNotDeclaredThere() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);

    var answer =
        gateway.post(
            "cla", "/v1/interchanges", "application/edifact", Edi.refrsp("A1", ITEM, "MX-9"));
    await()
        .atMost(PATIENCE)
        .until(() -> !interchange(answer.body()).at("/problems/0").isMissingNode());
    assertThat(interchange(answer.body()).path("problems").toString())
        .contains("EAD-3002", "/referralId");
    var referral = refer(SECOND, "MX-2");
    await()
        .atMost(PATIENCE)
        .until(() -> !of("mx", referral.body()).at("/problems/0").isMissingNode());
    assertThat(of("mx", referral.body()).path("problems").toString())
        .contains("EAD-3002", "/scope/items/0");
  }

  private JsonNode of(String party, String accepted) throws Exception {
    var id = JSON.readTree(accepted).path("id").asText();
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }

  private java.net.http.HttpResponse<String> refer(String itemId, String referralId)
      throws Exception {
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

  @Test
  void answersDuplicateOverEitherDoorAndRefusesOtherContent() throws Exception {
    gateway.start();
    var document = Edi.itmatt("R2", "MX", List.of(ITEM));
    var first =
        JSON.readTree(
            gateway.post("cla", "/v1/interchanges", "application/edifact", document).body());
    var again = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(again.body()).path("status").asText()).isEqualTo("DUPLICATE");
    assertThat(JSON.readTree(again.body()).path("id")).isEqualTo(first.path("id"));
    assertThat(drop("same.edi", document)).startsWith("DUPLICATE " + first.path("id").asText());
    var other =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt("R2", "MX", List.of(SECOND)));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("EAD-1003");
  }

  @Test
  void takesAFileOfTheFolderDoor() throws Exception {
    gateway.start();
    assertThat(drop("one.edi", Edi.itmatt("R3", "MX", List.of(ITEM)))).startsWith("ACCEPTED ");
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
  }

  @Test
  void losesOnlyTheBadItemOfAnInterchange() throws Exception {
    gateway.start();
    var document =
        new String(Edi.itmatt("R4", "MX", List.of(ITEM, SECOND)), StandardCharsets.ISO_8859_1)
            .replaceFirst("MEA\\+WT\\+G\\+KGM:1.250", "MEA+WT+G+KGM:a lot");
    var answer =
        gateway.post(
            "cla",
            "/v1/interchanges",
            "application/edifact",
            document.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(answer.statusCode()).isEqualTo(202);
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 1);
    assertThat(hub.calls().getFirst().body()).contains(SECOND).doesNotContain(ITEM);
    var status = interchange(answer.body());
    assertThat(status.path("interchange").path("state").asText()).isEqualTo("PARTLY_REFUSED");
    assertThat(status.path("problems").toString()).contains("EAD-13").contains("MEA");
  }

  @Test
  void triesAgainWithTheSameKeyUntilTheHubTakesIt() throws Exception {
    hub.behave(
        call -> TinyHub.Reply.json(hub.calls().size() < 3 ? 503 : 202, "{\"reference\":\"MX-9\"}"));
    gateway
        .edit("administrations/mx.yaml", "(?m)^limits:\\n", "limits:\n  firstBackoff: PT0.01S\n")
        .start();
    push("R5", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> hub.calls().size() == 3);
    assertThat(hub.calls().stream().map(call -> call.header("Idempotency-key")).distinct())
        .hasSize(1);
  }

  @Test
  void showsEveryCallToAHubAsAnAttempt() throws Exception {
    hub.behave(
        call -> TinyHub.Reply.json(hub.calls().size() < 2 ? 503 : 202, "{\"reference\":\"MX-3\"}"));
    gateway
        .edit("administrations/mx.yaml", "(?m)^limits:\\n", "limits:\n  firstBackoff: PT0.01S\n")
        .start();
    push("R8", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> delivered() == 1);
    var timeline = JSON.readTree(gateway.get("cla", "/v1/items/" + ITEM).body());
    assertThat(timeline.findValuesAsText("type")).contains("delayed");
  }

  @Test
  void goesOnAfterARestartWithWhatWasAccepted() throws Exception {
    hub.behave(call -> TinyHub.Reply.json(503, "{}"));
    gateway.start();
    push("R6", List.of(ITEM));
    await().atMost(PATIENCE).until(() -> !hub.calls().isEmpty());
    hub.behave(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-2\"}"));
    gateway.restart();
    await().atMost(PATIENCE).until(() -> delivered() == 1);
  }

  @Test
  void refusesWhatCannotBeReadAndWhoMayNot() throws Exception {
    gateway.start();
    assertThat(
            gateway
                .post("cla", "/v1/interchanges", "application/edifact", new byte[0])
                .statusCode())
        .isEqualTo(400);
    assertThat(
            gateway
                .post("cla", "/v1/interchanges", "application/edifact", new byte[] {1, 2, 3})
                .statusCode())
        .isEqualTo(415);
    var foreign =
        gateway.post(
            "pea",
            "/v1/interchanges",
            "application/edifact",
            Edi.itmatt("R7", "MX", List.of(ITEM)));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("EAD-3003").contains("J1CCLA");
    assertThat(
            gateway
                .post(null, "/v1/interchanges", "application/edifact", new byte[] {1})
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void takesNoTokenFromTheQuery() throws Exception {
    gateway.start();
    var path = "/v1/interchanges?Authorization=Bearer%20" + gateway.token("cla");
    var document = Edi.itmatt("R9", "MX", List.of(ITEM));
    assertThat(gateway.post(null, path, "application/edifact", document).statusCode())
        .isEqualTo(401);
  }

  private java.net.http.HttpResponse<String> push(String reference, List<String> items)
      throws Exception {
    return push(Edi.itmatt(reference, "MX", items));
  }

  private java.net.http.HttpResponse<String> push(byte[] document) throws Exception {
    var answer = gateway.post("cla", "/v1/interchanges", "application/edifact", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return answer;
  }

  private java.net.http.HttpResponse<String> decide(String item, String status) throws Exception {
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

  private List<String> outbox(int entries) throws Exception {
    await().atMost(PATIENCE).until(() -> entries().size() >= entries);
    return entries().findValuesAsText("document");
  }

  private JsonNode entries() throws Exception {
    return JSON.readTree(gateway.get("cla", "/v1/outbox/cla?limit=10").body()).path("entries");
  }

  private JsonNode interchange(String accepted) throws Exception {
    var id = JSON.readTree(accepted).path("id").asText();
    return JSON.readTree(gateway.get("cla", "/v1/interchanges/" + id).body());
  }

  private long delivered() {
    var tally = gateway.gateway().ledger().tallies().get("mx");
    return tally == null ? 0 : tally.delivered();
  }

  private String drop(String name, byte[] document) throws Exception {
    var inbox = Files.createDirectories(gateway.data().resolve("inbox/cla"));
    Files.write(inbox.resolve(name + ".part"), document);
    Files.move(inbox.resolve(name + ".part"), inbox.resolve(name));
    var answer = gateway.data().resolve("inbox/.answers/cla/" + name + ".txt");
    await().atMost(PATIENCE).until(() -> Files.exists(answer));
    return Files.readString(answer);
  }
}
