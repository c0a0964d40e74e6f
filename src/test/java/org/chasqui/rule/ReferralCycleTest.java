package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DoNotLoadConfirmation;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReferralAnswer;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.ReferralState;
import org.chasqui.message.ReferralType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferralCycleTest {
  private final ReferralCycle cycle = new ReferralCycle();

  private List<String> moves() {
    return cycle.referrals().stream()
        .map(one -> one.id() + " " + one.move() + (one.blocks() ? " blocked" : ""))
        .toList();
  }

  private static CustomsReferral referral(String id, ReferralType type, ReferralState state) {
    return referral(id, type, state, null);
  }

  private static CustomsReferral referral(
      String id, ReferralType type, ReferralState state, String supersedes) {
    return new CustomsReferral(
        id,
        1,
        type,
        state,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        supersedes,
        null,
        null,
        null);
  }

  private void refer(String id, ReferralType type) {
    cycle.referred("br", referral(id, type, ReferralState.OPEN));
  }

  private static ReferralResponse response(String id, ReferralType type, Boolean confirmed) {
    var stays =
        confirmed == null ? null : new DoNotLoadConfirmation(confirmed, null, null, null, null);
    var answers =
        type == ReferralType.RFI
            ? List.of(new ReferralAnswer(null, null, "Tazas", null, Map.of()))
            : null;
    return new ReferralResponse(
        null, id, type, null, null, null, answers, null, null, stays, null, null, null, null);
  }

  private void answer(String id, ReferralType type, Boolean confirmed) {
    cycle.answered(response(id, type, confirmed));
  }

  private void declare(MessageFunction function) {
    cycle.declared(ItemDeclaration.builder().function(function).build());
  }

  private void decide(String who, DecisionStatus status, boolean provisional) {
    cycle.decided(who, CustomsDecision.builder().status(status).provisional(provisional).build());
  }

  @Test
  void thePostIsToMoveUntilItAnswers() {
    refer("R1", ReferralType.RFI);
    refer("R2", ReferralType.RFS);
    assertThat(moves()).containsExactly("R1 POST", "R2 POST");

    answer("R1", ReferralType.RFI, null);
    assertThat(moves()).containsExactly("R1 CUSTOMS", "R2 POST");
  }

  @Test
  void customsMayAskAgain() {
    refer("R1", ReferralType.RFI);
    answer("R1", ReferralType.RFI, null);
    refer("R1", ReferralType.RFI);

    assertThat(moves()).containsExactly("R1 POST");
  }

  @Test
  void anItemNotToBeLoadedIsBlockedUntilCustomsLetItGo() {
    refer("R1", ReferralType.DNL);
    assertThat(moves()).containsExactly("R1 POST blocked");
    answer("R1", ReferralType.DNL, false);
    answer("R1", ReferralType.DNL, null);
    assertThat(moves()).containsExactly("R1 POST blocked");
    answer("R1", ReferralType.DNL, true);
    assertThat(moves()).containsExactly("R1 NOBODY blocked");

    cycle.referred("br", referral("R1", ReferralType.DNL, ReferralState.WITHDRAWN));
    assertThat(moves()).containsExactly("R1 NOBODY");
  }

  @Test
  void anAmendmentAnswersWhatAsksForDataAndNothingElse() {
    refer("R1", ReferralType.RFI);
    refer("R2", ReferralType.AMD);
    refer("R3", ReferralType.RFS);
    refer("R4", ReferralType.DNL);

    declare(MessageFunction.AMENDMENT);

    assertThat(moves()).containsExactly("R1 CUSTOMS", "R2 CUSTOMS", "R3 POST", "R4 POST blocked");
  }

  @Test
  void aCancellationOfTheDeclarationEndsAll() {
    refer("R1", ReferralType.RFI);
    refer("R2", ReferralType.DNL);

    declare(MessageFunction.CANCELLATION);

    assertThat(moves()).containsExactly("R1 NOBODY", "R2 NOBODY");
  }

  @Test
  void aReferralEndsTheOneThatItSupersedes() {
    refer("R1", ReferralType.RFI);

    cycle.referred("br", referral("R2", ReferralType.RFS, ReferralState.OPEN, "R1"));

    assertThat(moves()).containsExactly("R1 NOBODY", "R2 POST");
  }

  @ParameterizedTest
  @CsvSource({
    "br, ASSESSMENT_COMPLETE, false, NOBODY",
    "br, RELEASED, false, NOBODY",
    "br, RELEASED, true, POST",
    "br, REGISTERED, false, POST",
    "br, HELD, false, POST",
    "cl, RELEASED, false, POST"
  })
  void onlyTheEndOfTheTreatmentByWhomReferredEndsAReferral(
      String who, DecisionStatus status, boolean provisional, String move) {
    refer("R1", ReferralType.RFI);

    decide(who, status, provisional);

    assertThat(moves()).containsExactly("R1 " + move);
  }

  @Test
  void anAnswerOfAnotherTypeOrToWhatNobodyAskedChangesNothing() {
    refer("R1", ReferralType.RFS);

    answer("R1", ReferralType.RFI, null);
    answer("R9", ReferralType.RFS, null);

    assertThat(moves()).containsExactly("R1 POST");
  }

  @ParameterizedTest
  @CsvSource({"RFI, RFS, , /type", "DNL, DNL, false, /doNotLoad/confirmed", "AMD, AMD, , /answers"})
  void warnsOfAnAnswerThatLacksWhatIsAsked(
      ReferralType asked, ReferralType answered, Boolean confirmed, String pointer) {
    var problems =
        ReferralCycle.check(
            response("R1", answered, confirmed), referral("R1", asked, ReferralState.OPEN));

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().code()).isEqualTo(ProblemCode.ANSWER_INCOMPLETE);
    assertThat(problems.getFirst().isError()).isFalse();
    assertThat(problems.getFirst().location()).isEqualTo(new Location.AtPointer(pointer));
  }

  @ParameterizedTest
  @CsvSource({"RFI,", "DNL, true"})
  void findsNothingWrongWithAWholeAnswer(ReferralType type, Boolean confirmed) {
    assertThat(
            ReferralCycle.check(
                response("R1", type, confirmed), referral("R1", type, ReferralState.OPEN)))
        .isEmpty();
  }
}
