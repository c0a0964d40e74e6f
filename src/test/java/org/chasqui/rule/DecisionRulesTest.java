package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionRulesTest {

  @ParameterizedTest
  @EnumSource(DecisionStatus.class)
  void theFirstDecisionMayBeAny(DecisionStatus status) {
    assertThat(DecisionRules.allows(null, status)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTERED,ASSESSMENT_COMPLETE,true",
    "REGISTERED,SELECTED_FOR_CONTROL,true",
    "REGISTERED,HELD,true",
    "REGISTERED,DUTY_ASSESSED,true",
    "REGISTERED,RELEASED,true",
    "REGISTERED,CANCELLED,true",
    "REGISTERED,DESTROYED,false",
    "SELECTED_FOR_CONTROL,RELEASED,true",
    "SELECTED_FOR_CONTROL,REGISTERED,false",
    "HELD,REFUSED,true",
    "HELD,HELD,true",
    "HELD,REGISTERED,false",
    "DUTY_ASSESSED,RELEASED,true",
    "DUTY_ASSESSED,HELD,true",
    "DUTY_ASSESSED,RETURN_TO_ORIGIN,true",
    "DUTY_ASSESSED,ABANDONED,true",
    "DUTY_ASSESSED,SEIZED,false",
    "RELEASED,HELD,true",
    "RELEASED,REFUSED,false",
    "SEIZED,RELEASED,false",
    "SEIZED,SEIZED,false",
    "DESTROYED,CANCELLED,false",
    "CANCELLED,REGISTERED,false"
  })
  void followsTheTransitionsOfTheStandard(
      DecisionStatus last, DecisionStatus next, boolean allowed) {
    assertThat(DecisionRules.allows(last, next)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @EnumSource(
      value = DecisionStatus.class,
      names = {"SEIZED", "DESTROYED", "CANCELLED"})
  void refusesADecisionAfterAFinalOne(DecisionStatus last) {
    assertThat(problems(decision(2, DecisionStatus.RELEASED), last, 1))
        .containsExactly(tuple(ProblemCode.ALREADY_DECIDED, Severity.ERROR, "/status"));
  }

  @Test
  void warnsOfAVersionThatIsNotNewer() {
    assertThat(problems(decision(1, DecisionStatus.RELEASED), DecisionStatus.HELD, 1))
        .containsExactly(tuple(ProblemCode.VERSION_ORDER, Severity.WARNING, "/version"));
  }

  @Test
  void warnsOfATransitionThatIsNotListed() {
    assertThat(problems(decision(2, DecisionStatus.REGISTERED), DecisionStatus.HELD, 1))
        .containsExactly(tuple(ProblemCode.VERSION_ORDER, Severity.WARNING, "/status"));
  }

  @Test
  void wantsAReasonForHoldingAReleasedItem() {
    var held = decision(2, DecisionStatus.HELD);
    var reasons = List.of(new Reason("41", null, null, null, null));

    assertThat(problems(held, DecisionStatus.RELEASED, 1))
        .containsExactly(tuple(ProblemCode.VERSION_ORDER, Severity.WARNING, "/reasons"));
    assertThat(problems(held.toBuilder().reasons(reasons).build(), DecisionStatus.RELEASED, 1))
        .isEmpty();
  }

  private static List<Tuple> problems(
      CustomsDecision decision, DecisionStatus last, int lastVersion) {
    return DecisionRules.check(decision, last, lastVersion).stream()
        .map(DecisionRulesTest::summary)
        .toList();
  }

  private static Tuple summary(Problem problem) {
    return tuple(problem.code(), problem.severity(), problem.location().text());
  }

  private static CustomsDecision decision(int version, DecisionStatus status) {
    return CustomsDecision.builder().version(version).status(status).build();
  }
}
