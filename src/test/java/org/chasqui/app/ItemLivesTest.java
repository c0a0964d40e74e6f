package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chasqui.app.RegionalMessages.decision;
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

/** Items that come back and ids that are used again, on a running gateway. */
class ItemLivesTest {
  private static final String ITEM = "CP123456785CL";
  private static final String DISPATCH = "CLSCLAMXMEXAACN60012";
  private static final String NEXT = "CLSCLAMXMEXAACN70013";
  private static final String LAST = "CLSCLAMXMEXAACN80014";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir private Path folder;
  private TestGateway gateway;
  private TinyHub hub;

  @BeforeEach
  void start() throws Exception {
    hub = new TinyHub(call -> TinyHub.Reply.json(202, "{\"reference\":\"MX-1\"}"));
    gateway = new TestGateway(folder).only("mx", "cl", "cla", "mxa", "pea").hub("mx", hub);
    gateway.confine("cla", "mx", "mxa", "pea").start();
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
    hub.close();
  }

  @Test
  void anIdBeginsAnotherLifeOnlyLongAfterTheEndOfTheFormer() throws Exception {
    accepted("cla", Edi.itmatt("R1", "MX", List.of(ITEM)));
    taken(1);
    gateway.clock().advance(Duration.ofDays(400));
    refused("cla", worth("R2", "70.00"), "EAD-2201");
    told("mx", decision(ITEM, "RELEASED"));
    refused("cla", worth("R3", "71.00"), "EAD-2201");
    gateway.clock().advance(Duration.ofDays(366));
    refused("pea", of("J1CPEA", "PEA", worth("R4", "72.00")), "EAD-2201");

    accepted("cla", worth("R5", "73.00"));

    taken(1);
    var story = story("cla", "");
    assertThat(story.path("life").asInt()).isEqualTo(2);
    assertThat(story.path("messages").findValuesAsText("kind")).containsExactly("item-declaration");
    assertThat(story.at("/legs/0/decision").asText()).isEqualTo("RELEASED");
    assertThat(story.at("/legs/1/begins").asText()).isEqualTo("ANOTHER_LIFE");
    assertThat(story("cla", "?life=1").path("messages").findValuesAsText("kind"))
        .contains("customs-decision");

    theNextVersionAndDecisionAreThoseOfThePresentLife();
  }

  private void theNextVersionAndDecisionAreThoseOfThePresentLife() throws Exception {
    accepted("cla", amended(worth("R6", "74.00")));
    taken(2);
    told("mx", decision(ITEM, "ASSESSMENT_COMPLETE"));
    assertThat(story("cla", "").at("/legs/1/decision").asText()).isEqualTo("ASSESSMENT_COMPLETE");
    assertThat(story("cla", "").at("/legs/0/decision").asText()).isEqualTo("RELEASED");
    assertThat(story("cla", "").at("/messages/1/version").asInt()).isEqualTo(2);
    assertThat(gateway.gateway().ledger().verify(fault -> assertThat(fault).isNull())).isPositive();
  }

  @Test
  void theWayBackIsPartOfTheStoryAndEachDecisionReachesWhoDeclaredThatWay() throws Exception {
    accepted("cla", Edi.itmatt("R1", "MX", List.of(ITEM)));
    taken(1);
    refused("pea", back("J1CPEA", "PEA", "B1", "21"), "EAD-2201");
    refused("mxa", back("J1CMXA", "MXA", "B2", "31"), "EAD-2201");
    refused("mxa", back("J1CMXA", "MXA", "B4", "21"), "EAD-2201");
    accepted("mxa", event("E0", "EMD::139"));

    accepted("mxa", back("J1CMXA", "MXA", "B3", "21"));
    told("mx", decision(ITEM, "RETURN_TO_ORIGIN"));

    waitsForChile("CUSRSP");
    assertThat(gateway.get("mxa", "/v1/outbox/mxa?limit=50").body()).doesNotContain("CUSRSP");
    var legs = story("cla", "").path("legs");
    assertThat(legs.findValuesAsText("begins")).containsExactly("NONE", "RETURN");
    assertThat(legs.findValuesAsText("declaredBy")).containsExactly("cla", "mxa");
    assertThat(legs.findValuesAsText("life")).containsExactly("1", "1");
    assertThat(legs.at("/0/decision").asText()).isEqualTo("RETURN_TO_ORIGIN");
    assertThat(story("mxa", "").at("/legs/1/destinationCountryCode").asText()).isEqualTo("CL");

    var dispatch = accepted("mxa", dispatch());
    assertThat(interchange("mxa", dispatch).path("problems").toString()).doesNotContain("EAD-2204");
    accepted("mxa", event("E1", "EMH::139+12::139+E::139"));
    waitsForChile("EMH");
  }

  private void waitsForChile(String text) {
    await()
        .atMost(PATIENCE)
        .until(() -> gateway.get("cla", "/v1/outbox/cla?limit=50").body().contains(text));
  }

  /** Waits until customs of Mexico have taken so many documents of the present life. */
  private void taken(int documents) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              int taken = 0;
              for (var delivery : story("cla", "").path("deliveries")) {
                boolean there =
                    List.of("SUBMITTED", "DELIVERED").contains(delivery.path("state").asText());
                taken += there && delivery.path("recipient").asText().equals("mx") ? 1 : 0;
              }
              return taken == documents;
            });
  }

  private static byte[] worth(String reference, String amount) {
    return changed(Edi.itmatt(reference, "MX", List.of(ITEM)), "60.00", amount);
  }

  private static byte[] amended(byte[] original) {
    return text(original)
        .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}5'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The same from another post. */
  private static byte[] of(String ediId, String code, byte[] document) {
    return changed(changed(document, "J1CCLA", ediId), "NAD+MS+CLA", "NAD+MS+" + code);
  }

  /** The declaration of a way from Mexico to Chile. */
  private static byte[] back(String ediId, String code, String reference, String nature) {
    var out = of(ediId, code, Edi.itmatt(reference, "CL", List.of(ITEM)));
    return changed(
        changed(changed(out, "LOC+35+CL", "LOC+35+MX"), "LOC+5+CLSCLA", "LOC+5+MXMEXA"),
        "+31:136",
        "+" + nature + ":136");
  }

  @Test
  void aDeclarationThatComesAfterItsPreAdviceCarriesTheDispatchUnlessThatIsCancelled()
      throws Exception {
    told("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    accepted("cla", Edi.itmatt("R1", "MX", List.of(ITEM)));
    taken(1);
    var sent = hub.calls().getLast().body();
    assertThat(sent).contains("\"receptacleId\":\"" + DISPATCH + "001100125\"");
    assertThat(sent)
        .contains("\"/transport/dispatchId\":\"" + RegionalMessages.CLA + "#" + DISPATCH);
    var again = accepted("cla", Edi.itmatt("R2", "MX", List.of(ITEM)));
    assertThat(interchange("cla", again).path("problems").toString()).contains("EAD-2206");

    told("cla", preadvice(DISPATCH, 2, "CANCELLATION", List.of(ITEM)));
    accepted("cla", amended(worth("R3", "70.00")));
    taken(2);
    assertThat(hub.calls().getLast().body()).contains("70.00").doesNotContain(DISPATCH);
  }

  @Test
  void anotherLifeIsNotCompletedWithTheDispatchOfTheFormer() throws Exception {
    told("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    accepted("cla", Edi.itmatt("R1", "MX", List.of(ITEM)));
    taken(1);
    told("mx", decision(ITEM, "RELEASED"));
    gateway.clock().advance(Duration.ofDays(366));

    accepted("cla", worth("R2", "71.00"));
    taken(1);
    assertThat(hub.calls().getLast().body()).contains("71.00").doesNotContain(DISPATCH);
    told("cla", preadvice(NEXT, 1, "ORIGINAL", List.of(ITEM)));
    accepted("cla", amended(worth("R3", "72.00")));
    taken(2);
    assertThat(hub.calls().getLast().body()).contains("72.00", NEXT);
    told("mx", decision(ITEM, "RELEASED"));
    gateway.clock().advance(Duration.ofDays(366));

    told("cla", preadvice(LAST, 1, "ORIGINAL", List.of(ITEM)));
    accepted("cla", worth("R4", "73.00"));
    taken(1);
    assertThat(hub.calls().getLast().body()).contains("73.00", LAST);
    accepted("cla", amended(worth("R5", "74.00")));
    taken(2);
    assertThat(hub.calls().getLast().body()).contains("74.00", LAST);
  }

  private static byte[] dispatch() {
    return """
    UNB+UNOC:3+J1CMXA:58+J1CCLA:58+261103:1200+P0001++PREDES'
    UNH+1+PREDES:D:00A:UN:M41'
    BGM+785+MXMEXACLSCLAACN60007+9'
    DTM+137:202611031200:203'
    NAD+MS+MXA:160:139'
    NAD+MR+CLA:160:139'
    CNI+1+MXMEXACLSCLAACN60007001100021'
    MEA+WT+G+KGM:2.1'
    GIN+BN+CP123456785CL'
    UNT+9+1'
    UNZ+1+P0001'
    """
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] event(String reference, String status) {
    return text(Edi.emsevt(reference, ITEM))
        .replace("J1CPEA", "J1CMXA")
        .replace("NAD+MS+PEA", "NAD+MS+MXA")
        .replace("PELIMA", "MXMEXA")
        .replace("STS+1+EME::139+50::139'", "STS+1+" + status + "'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] changed(byte[] document, String from, String to) {
    assertThat(text(document)).contains(from);
    return text(document).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.ISO_8859_1);
  }

  private String accepted(String party, byte[] document) throws Exception {
    var id = sent(party, "/v1/interchanges", document);
    assertThat(interchange(party, id).at("/interchange/refused").asInt())
        .as(interchange(party, id).toString())
        .isZero();
    return id;
  }

  private void refused(String party, byte[] document, String code) throws Exception {
    var id = sent(party, "/v1/interchanges", document);
    assertThat(interchange(party, id).at("/interchange/refused").asInt()).isEqualTo(1);
    assertThat(interchange(party, id).path("problems").toString()).contains(code, "/function");
  }

  private void told(String party, byte[] message) throws Exception {
    var id = sent(party, "/v1/messages", message);
    assertThat(interchange(party, id).at("/interchange/refused").asInt()).isZero();
  }

  /** Waits until it is interpreted. */
  private String sent(String party, String path, byte[] document) throws Exception {
    var answer = gateway.post(party, path, "application/octet-stream", document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var id = JSON.readTree(answer.body()).path("id").asText();
    await()
        .atMost(PATIENCE)
        .until(() -> !interchange(party, id).at("/interchange/items").isMissingNode());
    return id;
  }

  private JsonNode interchange(String party, String id) throws Exception {
    return JSON.readTree(gateway.get(party, "/v1/interchanges/" + id).body());
  }

  private JsonNode story(String party, String query) throws Exception {
    return JSON.readTree(gateway.get(party, "/v1/items/" + ITEM + query).body());
  }
}
