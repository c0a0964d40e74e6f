package org.chasqui.codec.upu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.DoNotLoadConfirmation;
import org.chasqui.message.Envelope;
import org.chasqui.message.Place;
import org.chasqui.message.Reason;
import org.chasqui.message.ReferralAnswer;
import org.chasqui.message.ReferralAuthority;
import org.chasqui.message.ReferralRequest;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.ReferralStage;
import org.chasqui.message.ReferralState;
import org.chasqui.message.ReferralType;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.ScreeningOutcome;
import org.chasqui.message.ScreeningResult;
import org.junit.jupiter.api.Test;

class ReferralMessagesTest {
  private static final RecordChecker CHECKER = RecordChecker.bundled();
  private static final String AT = "2026-11-04T10:05:00-03:00";

  @Test
  void referralsThatAreWrittenAreReadAsTheSame() throws IOException {
    var random = new Random(53);
    for (int round = 0; round < 40; round++) {
      var referrals = new ArrayList<RegionalData>();
      for (int i = 0; i < 8; i++) {
        referrals.add(referral(random, i));
      }
      comesThrough("upu-itmref", referrals);
    }
  }

  @Test
  void answersThatAreWrittenAreReadAsTheSame() throws IOException {
    var random = new Random(54);
    for (int round = 0; round < 40; round++) {
      var answers = new ArrayList<RegionalData>();
      for (int i = 0; i < 8; i++) {
        answers.add(response(random, i));
      }
      comesThrough("upu-refrsp", answers);
    }
  }

  private static void comesThrough(String format, List<RegionalData> all) throws IOException {
    var encoded = Writing.encode(format, all.stream().map(ReferralMessagesTest::message).toList());
    assertThat(encoded.carriages()).containsOnly(Carriage.WHOLE);
    var reading = Reading.of(encoded.document());
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.messages())
        .extracting(message -> nameless(message.data()))
        .isEqualTo(all.stream().map(ReferralMessagesTest::nameless).toList());
    for (var message : reading.messages()) {
      assertThat(CHECKER.check(message.data())).isEmpty();
      assertThat(message.envelope().subject()).startsWith("CP");
    }
  }

  @Test
  void aReferralOfTwoItemsIsWrittenOnceForEach() throws IOException {
    var referral = referral(new Random(1), 1);
    var two = new Scope(List.of(item(1), item(2)), List.of(), null, Map.of());
    var both = copy(referral, two, null);

    var reading = Reading.of(Writing.encode("upu-itmref", List.of(message(both))).document());

    assertThat(reading.messages())
        .extracting(message -> message.envelope().subject())
        .containsExactly("CP000000015CL", "CP000000025CL");
    assertThat(reading.messages())
        .extracting(message -> message.data().businessKey())
        .containsOnly(referral.referralId());
  }

  @Test
  void saysWhatTheLayoutHasNoPlaceFor() {
    var referral = copy(referral(new Random(1), 1), scope(1), ReferralStage.PRE_LOADING);
    var nothing = copy(referral, new Scope(List.of(), List.of(), "D", Map.of()), null);

    assertThat(faults(referral)).containsExactly("WARNING /stage");
    assertThat(faults(nothing)).containsExactly("ERROR /scope/items");
  }

  @Test
  void mutationsGiveLocatedProblemsAndNoException() throws IOException {
    var random = new Random(55);
    for (var name : List.of("itmref", "refrsp")) {
      var seed =
          Files.readAllBytes(Path.of("src/test/resources/golden/upu/" + name + "/input.edi"));
      for (int round = 0; round < 4_000; round++) {
        var reading = Reading.of(HostileInterchangeTest.mutated(seed, random));
        for (var problem : reading.problems()) {
          assertThat(problem.location()).isNotNull();
        }
        for (var message : reading.messages()) {
          assertThat(message.data().businessKey()).isNotNull();
        }
        assertThat(ControlMessage.write(reading.report(), Writing.context())).isNotNull();
      }
    }
  }

  private static List<String> faults(RegionalData data) {
    return Writing.encode("upu-itmref", List.of(message(data)))
        .carriages()
        .getFirst()
        .problems()
        .stream()
        .map(problem -> problem.severity() + " " + problem.location().text())
        .toList();
  }

  private static DeclarationReference item(int number) {
    return new DeclarationReference("CP%08d5CL".formatted(number), null, null, null, Map.of());
  }

  private static Scope scope(int number) {
    return new Scope(List.of(item(number)), List.of(), null, Map.of());
  }

  private static CustomsReferral referral(Random random, int number) {
    var request =
        new ReferralRequest("/contents/0/description", "DESC", "Qué es: 1+1?", null, Map.of());
    return new CustomsReferral(
        "CL-%05d".formatted(number),
        1,
        List.of(ReferralType.values()).get(random.nextInt(4)),
        List.of(ReferralState.values()).get(random.nextInt(3)),
        null,
        scope(number),
        AT,
        random.nextBoolean() ? "2026-11-04T20:00:30-03:00" : null,
        new ReferralAuthority("CL", "SNA", random.nextBoolean() ? "0817" : null, Map.of()),
        null,
        List.of(new Reason("R1", "LST", "Motivo ".repeat(50).strip(), "es", Map.of())),
        random.nextBoolean() ? List.of(request) : List.of(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        Map.of());
  }

  private static CustomsReferral copy(CustomsReferral referral, Scope scope, ReferralStage stage) {
    return new CustomsReferral(
        referral.referralId(),
        1,
        referral.type(),
        referral.state(),
        stage,
        scope,
        referral.issuedAt(),
        referral.dueAt(),
        referral.authority(),
        null,
        referral.reasons(),
        referral.requests(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        Map.of());
  }

  private static ReferralResponse response(Random random, int number) {
    var type = List.of(ReferralType.values()).get(random.nextInt(4));
    var answer =
        new ReferralAnswer("/contents/0/description", "DESC", "Tazas: 350 ml", null, Map.of());
    var place = new Place("CLSCLA", null, null, null, null, null, "CL", Map.of());
    var screening =
        new ScreeningResult(
            item(number).itemId(),
            List.of(ScreeningOutcome.values()).get(random.nextInt(4)),
            random.nextBoolean() ? List.of("XRY", "EDD") : List.of("PHS"),
            random.nextBoolean() ? AT : null,
            random.nextBoolean() ? place : null,
            null,
            null,
            List.of(),
            Map.of());
    var kept =
        new DoNotLoadConfirmation(
            random.nextBoolean(), random.nextBoolean() ? place : null, "Retenido", AT, Map.of());
    var amended =
        new DeclarationReference(
            item(number).itemId(), null, 2 + random.nextInt(3), null, Map.of());
    return new ReferralResponse(
        "id",
        "CL-%05d".formatted(number),
        type,
        AT,
        "CLA",
        scope(number),
        type == ReferralType.RFI ? List.of(answer) : List.of(),
        type == ReferralType.AMD ? amended : null,
        type == ReferralType.RFS ? List.of(screening) : List.of(),
        type == ReferralType.DNL ? kept : null,
        List.of(),
        Map.of(),
        List.of(),
        Map.of());
  }

  /** The gateway makes the ids of answers itself. */
  private static RegionalData nameless(RegionalData data) {
    return data instanceof ReferralResponse response
        ? new ReferralResponse(
            "id",
            response.referralId(),
            response.type(),
            response.respondedAt(),
            response.respondent(),
            response.scope(),
            response.answers(),
            response.amendedDeclaration(),
            response.screening(),
            response.doNotLoad(),
            response.attachments(),
            Map.of(),
            List.of(),
            Map.of())
        : data;
  }

  private static RegionalMessage message(RegionalData data) {
    var source =
        data instanceof CustomsReferral
            ? "urn:lac-ead:party:CL:customs:SNA"
            : "urn:lac-ead:party:CL:post:CLA";
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            source,
            data.kind(),
            "CP123456785CL",
            AT,
            "urn:lac-ead:party:CL:post:CLA",
            null,
            null,
            false,
            Map.of()),
        data);
  }
}
