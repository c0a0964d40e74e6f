package org.chasqui.codec.upu;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.SharedFolder;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Envelope;
import org.chasqui.message.Fee;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Money;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.ReassessedContent;
import org.chasqui.message.RegionalMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CusrspTest {

  @ParameterizedTest
  @EnumSource(DecisionStatus.class)
  void everyStatusComesThrough(DecisionStatus status) throws Exception {
    var decision = decision(new Random(1), 1).toBuilder().status(status).releasedAt(null).build();

    for (var codec : List.of("upu-cusrsp", "cusres-d96b")) {
      assertThat(roundTrip(codec, List.of(decision)).getFirst().status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GIS+25", "GIS+7", "GIS+6", "GIS+10", "GIS+25'\nGIS+R7:SRM:ZZZ"})
  void aDecisionWithoutReasonsGetsTheStatusForItsReason(String gis) throws Exception {
    var document =
        "UNB+UNOC:3+RFB+J1CCLA:58+261104:1010+1'UNH+1+CUSRSP:D:00A:UN:M44'BGM+962+BR1+11'"
            + "DTM+137:202611041010:203'NAD+MS+RFB:160'DOC+976+CP123456785CL'"
            + gis
            + "'CNT+10:1'UNT+"
            + (7 + gis.lines().count())
            + "+1'UNZ+1+1'";

    var reading = Reading.of(document.getBytes(ISO_8859_1));

    assertThat(reading.problems()).isEmpty();
    var decision = (CustomsDecision) reading.messages().getFirst().data();
    var code = gis.contains("R7") ? "R7" : gis.substring(4);
    assertThat(decision.reasons()).singleElement().extracting(Reason::code).isEqualTo(code);
    assertThat(RecordChecker.bundled().check(decision)).isEmpty();
  }

  @Test
  void theReconstructedCusresIsRead() throws Exception {
    var sample = SharedFolder.path("samples/upu/RECONSTRUCTED_CUSRSP.edi");

    var reading = Reading.of(Files.readAllBytes(sample));

    var decision = (CustomsDecision) reading.messages().getFirst().data();
    assertThat(decision.declaration().itemId()).isEqualTo("RR473124829GB");
    assertThat(decision.status()).isEqualTo(DecisionStatus.RELEASED);
    assertThat(decision.duties().getFirst().payable()).isEqualTo(new Money("12.50", "USD"));
    assertThat(reading.problems())
        .extracting(problem -> problem.severity() + " " + problem.location().text())
        .containsExactly("WARNING message 1 segment 1 UNH element 2 component 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"upu-cusrsp", "cusres-d96b"})
  void whatIsWrittenIsReadAsTheSameDecision(String codec) throws Exception {
    var random = new Random(11);
    for (int round = 0; round < 30; round++) {
      var decisions = new ArrayList<CustomsDecision>();
      for (int i = 0; i < 10; i++) {
        decisions.add(decision(random, i));
      }

      assertThat(roundTrip(codec, decisions)).isEqualTo(decisions);
    }
  }

  @Test
  void cusresHasTheDutiesOfALineWithTheLine() throws Exception {
    var decision = decision(new Random(3), 1);
    var vat = Duty.builder().typeCode("VAT").payable(new Money("1.10", "USD")).build();
    var three =
        decision.toBuilder()
            .dutiable(true)
            .duties(
                List.of(
                    vat,
                    vat.toBuilder().lineSequence(1).build(),
                    vat.toBuilder().lineSequence(7).build()))
            .reassessedContents(
                List.of(new ReassessedContent(1, "610910", null, null, "Camisetas", null, null)))
            .build();

    assertThat(roundTrip("cusres-d96b", List.of(three))).containsExactly(three);
  }

  @Test
  void writesTheFormOfTheGuide() {
    var decision =
        decision(new Random(3), 1).toBuilder()
            .status(DecisionStatus.RELEASED)
            .releasedAt("2026-11-04T10:05:00-03:00")
            .reasons(List.of(new Reason(null, null, "Liberada sem conferência", null, null)))
            .sourceStatusText(null)
            .duties(
                List.of(Duty.builder().typeCode("CUD").payable(new Money("17.10", "USD")).build()))
            .fees(List.of())
            .totalPayable(null)
            .effectiveAt(null)
            .reassessedContents(List.of())
            .build();

    var encoded = Writing.encode("upu-cusrsp", List.of(message(decision)));

    assertThat(encoded.carriages().getFirst().problems()).isEmpty();
    assertThat(new String(encoded.document(), ISO_8859_1))
        .isEqualTo(
            """
            UNA:+.? '
            UNB+UNOC:3+CHASQUI+J1CCLA:58+261104:1010+CHQ000000001++CUSRSP'
            UNH+1+CUSRSP:D:00A:UN:M44'
            BGM+962+CHQ000000001-1+11'
            DTM+137:202611041010:203'
            NAD+MS+SRF:160'
            NAD+MR+CLA:160:139'
            DOC+976+CP000000015CL'
            RFF+ABT:260000001234'
            FTX+AAI+++Liberada sem conferência'
            LOC+22+0817800'
            DTM+148:202611041005:203'
            GIS+4'
            GIS+25:CL:ZZZ'
            TAX+1+CUD'
            MOA+55:17.10:USD'
            CNT+10:1'
            UNT+16+1'
            UNZ+1+CHQ000000001'
            """);
  }

  @Test
  void saysWhatTheLayoutHasNoPlaceFor() {
    var decision =
        decision(new Random(3), 1).toBuilder()
            .laneCode("RED")
            .officerReference("7")
            .status(DecisionStatus.FORMAL_DECLARATION_REQUIRED)
            .build();

    var carriage = Writing.encode("upu-cusrsp", List.of(message(decision))).carriages().getFirst();

    assertThat(carriage.carried()).isTrue();
    assertThat(carriage.problems())
        .extracting(problem -> problem.location().text())
        .contains("/laneCode", "/officerReference");
  }

  private static List<CustomsDecision> roundTrip(String codec, List<CustomsDecision> decisions)
      throws Exception {
    var messages = decisions.stream().map(CusrspTest::message).toList();
    var encoded = Writing.encode(codec, messages);
    assertThat(encoded.carriages()).allMatch(carriage -> carriage.problems().isEmpty());
    var reading = Reading.of(encoded.document());
    assertThat(reading.problems()).isEmpty();
    return reading.messages().stream()
        .map(message -> ((CustomsDecision) message.data()).toBuilder().decisionId("id").build())
        .toList();
  }

  static RegionalMessage message(CustomsDecision decision) {
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            "urn:lac-ead:party:CL:customs:SRF",
            MessageKind.CUSTOMS_DECISION,
            decision.declaration().itemId(),
            "2026-11-04T10:10:00-03:00",
            "urn:lac-ead:party:CL:post:CLA",
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e00",
            null,
            false,
            Map.of()),
        decision);
  }

  static CustomsDecision decision(Random random, int number) {
    boolean duty = random.nextBoolean();
    var status = random.nextBoolean() ? DecisionStatus.RELEASED : DecisionStatus.HELD;
    var decided = "2026-11-04T10:05:00-03:00";
    var decision =
        CustomsDecision.builder()
            .decisionId("id")
            .version(1)
            .declaration(
                new DeclarationReference(
                    "CP%08d5CL".formatted(number), null, null, "260000001234", null))
            .status(status)
            .releasedAt(status == DecisionStatus.RELEASED ? decided : null)
            .decidedAt(decided)
            .sourceStatusCode(random.nextBoolean() ? "25" : "25-LIBERADA")
            .sourceStatusText("it's released: ok?")
            .customsOfficeCode("0817800")
            .authority(new Authority("CL", "SRF", AgencyType.CUSTOMS, null))
            .reasons(List.of(new Reason("R1", "LST", "Motivo ".repeat(50).strip(), "es", null)));
    if (random.nextBoolean()) {
      decision.sourceStatusCode("25");
    }
    if (duty) {
      decision
          .dutiable(true)
          .duties(
              List.of(
                  Duty.builder()
                      .typeCode("CUD")
                      .typeName("Arancel")
                      .rate("60")
                      .rateUnit(RateUnit.PERCENT)
                      .payable(new Money("17.10", "USD"))
                      .baseAmount(new Money("28.50", "USD"))
                      .build()))
          .fees(List.of(new Fee("HND", new Money("2.00", "USD"), null, null)))
          .totalPayable(new Money("19.10", "USD"))
          .effectiveAt("2026-11-05T00:00:01-03:00")
          .reassessedContents(
              List.of(
                  new ReassessedContent(1, "610910", "61091000", null, "Camisetas", null, null)));
    }
    return decision.build();
  }
}
