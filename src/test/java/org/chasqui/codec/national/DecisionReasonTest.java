package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.regional.RecordChecker;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision that an authority gives without a reason still reaches the post. */
class DecisionReasonTest {
  private static final ProfileView VIEW =
      new ProfileView(
          "br",
          "urn:lac-ead:party:BR:customs:RFB",
          "Receita Federal do Brasil",
          "BR",
          "BRL",
          ZoneId.of("America/Sao_Paulo"),
          List.of("pt"),
          Map.of(),
          Map.of(
              "decision-status",
              Map.of(
                  "20", "FORMAL_DECLARATION_REQUIRED",
                  "21", "SEIZED",
                  "24", "RETURN_TO_ORIGIN",
                  "25", "RELEASED",
                  "29", "REFUSED",
                  "37", "HELD")),
          false);

  private final AnswerDecisions decisions =
      new AnswerDecisions(
          new DecodeContext(
              VIEW, "urn:lac-ead:party:XX:gateway:CHASQUI", Instant.EPOCH, "answer-1"));

  @ParameterizedTest
  @ValueSource(strings = {"29", "20", "21", "24", "37"})
  void takesTheStatusOfTheAuthorityForTheReasonThatItDoesNotGive(String status) {
    var decision = decoded(status, List.of());
    assertThat(decision.reasons())
        .singleElement()
        .isEqualTo(new Reason(status, "decision-status", null, null, Map.of()));
    assertThat(RecordChecker.bundled().check(decision)).isEmpty();
  }

  @Test
  void keepsTheReasonThatTheAuthorityGives() {
    var given = new Reason("77", "siscomex-remessa:ocorrencia", null, null, Map.of());
    assertThat(decoded("29", List.of(given)).reasons()).containsExactly(given);
  }

  @Test
  void addsNoReasonToARelease() {
    assertThat(decoded("25", List.of()).reasons()).isEmpty();
  }

  private CustomsDecision decoded(String status, List<Reason> reasons) {
    var problems = new ArrayList<Problem>();
    var decision =
        decisions
            .decision("RR473124829GB", status, Location.WHOLE, problems)
            .declaration(new DeclarationReference("RR473124829GB", null, null, null, Map.of()))
            .decidedAt("2026-11-04T10:00:00-03:00")
            .reasons(reasons)
            .build();
    assertThat(problems).isEmpty();
    return (CustomsDecision)
        decisions.decoded(0, decision, Location.WHOLE, problems).message().data();
  }
}
