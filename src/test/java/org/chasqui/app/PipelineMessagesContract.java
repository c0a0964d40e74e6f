package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What customs and posts tell each other of an item, on each backbone and ledger. */
abstract class PipelineMessagesContract extends PipelineFrame {
  @Test
  void bringsADeclarationToTheHubAndTheDecisionBackToThePost() throws Exception {
    gateway.start();
    var answer = push("R1", List.of(ITEM));
    assertThat(answer.statusCode()).isEqualTo(202);
    awaitCalls(1);
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
    awaitCalls(1);
    var answer = post("pea", Edi.emsevt("E1", ITEM));
    assertThat(answer.statusCode()).isEqualTo(202);
    var documents = outbox(2);
    assertThat(documents)
        .anyMatch(text -> text.contains("NAD+MS+PEA") && text.contains("STS+1+EME::139+50::139"));
    var timeline = item();
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
    var answer = post("pea", Edi.resdes("D1"));
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
    awaitCalls(1);

    assertThat(refer(ITEM, "MX-1").statusCode()).isEqualTo(202);
    assertThat(outbox(2))
        .anyMatch(text -> text.contains("RFF+ACW:MX-1") && text.contains("GIS+RFI::ZZZ"));
    var answer = post("cla", Edi.refrsp("A1", ITEM, "MX-1"));
    assertThat(answer.statusCode()).isEqualTo(202);
    awaitCalls(2);

    assertThat(hub.calls().getLast().body())
        .contains("referral-response", "MX-1", "Tazas de ceramica");
    var timeline = item();
    assertThat(timeline.findValuesAsText("kind")).contains("customs-referral", "referral-response");

    assertThat(decide(ITEM, "ASSESSMENT_COMPLETE").statusCode()).isEqualTo(202);
    assertThat(outbox(4).stream().filter(text -> text.contains("CUSRSP"))).hasSize(1);
    assertThat(toMove()).isEqualTo("NOBODY");
    assertThat(decide(ITEM, "RELEASED").statusCode()).isEqualTo(202);
    assertThat(outbox(5).stream().filter(text -> text.contains("CUSRSP"))).hasSize(2);
  }

  private String toMove() throws Exception {
    return item().at("/referrals/0/toMove").asText();
  }

  @Test
  void proposesAnEventOnceForADecisionWhereThePostAsksForIt() throws Exception {
    proposingEvents().start();
    push("R1", List.of(ITEM));
    awaitCalls(1);

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
    assertThat(item().findValuesAsText("kind")).filteredOn("tracking-event"::equals).hasSize(2);
  }

  private TestGateway proposingEvents() throws Exception {
    return gateway.edit(
        "operators/cla.yaml",
        "(?m)^format:",
        """
          proposedEvents: {held: EME, released: EDC}
          proposedReason: "50"

        format:\
        """);
  }

  @Test
  void refusesAReferralAfterAFinalDecisionOfTheSameAdministration() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    awaitCalls(1);
    decide(ITEM, "RELEASED");
    outbox(2);

    var referral = refer(ITEM, "MX-3");

    assertThat(problems("mx", referral.body())).contains("EAD-2202", "/scope/items/0");
    assertThat(entries().toString()).doesNotContain("ITMREF");
  }

  @Test
  void refusesWhatNobodyReferredAndReferralsOfItemsThatWereNotDeclaredThere() throws Exception {
    gateway.start();
    push("R1", List.of(ITEM));
    awaitCalls(1);

    var answer = post("cla", Edi.refrsp("A1", ITEM, "MX-9"));
    assertThat(problems("cla", answer.body())).contains("EAD-3002", "/referralId");
    var referral = refer(SECOND, "MX-2");
    assertThat(problems("mx", referral.body())).contains("EAD-3002", "/scope/items/0");
  }
}
