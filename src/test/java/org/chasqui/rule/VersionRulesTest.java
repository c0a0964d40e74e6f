package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRulesTest {

  @ParameterizedTest
  @CsvSource({
    "ORIGINAL,1,0,",
    "AMENDMENT,2,1,",
    "CANCELLATION,3,2,",
    "ORIGINAL,1,1,ERROR",
    "AMENDMENT,2,2,ERROR",
    "AMENDMENT,2,5,ERROR",
    "AMENDMENT,4,2,WARNING",
    "AMENDMENT,2,0,WARNING",
    "ORIGINAL,2,1,WARNING"
  })
  void versionsFollowOneAnother(
      MessageFunction function, int version, int lastVersion, Severity severity) {
    var problem = VersionRules.order(declaration(function, version), lastVersion);

    assertThat(problem.map(found -> found.severity()).orElse(null)).isEqualTo(severity);
    problem.ifPresent(
        found -> {
          assertThat(found.code()).isEqualTo(ProblemCode.VERSION_ORDER);
          assertThat(found.location().text()).isEqualTo("/version");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "AMENDMENT,RELEASED,true",
    "CANCELLATION,REFUSED,true",
    "AMENDMENT,HELD,false",
    "AMENDMENT,,false",
    "ORIGINAL,RELEASED,false"
  })
  void nothingIsAmendedOnceCustomsHasEndedItsTreatment(
      MessageFunction function, DecisionStatus last, boolean refused) {
    var problem = VersionRules.decided(declaration(function, 2), last);

    assertThat(problem.isPresent()).isEqualTo(refused);
    problem.ifPresent(
        found -> {
          assertThat(found.code()).isEqualTo(ProblemCode.ALREADY_DECIDED);
          assertThat(found.location().text()).isEqualTo("/function");
        });
  }

  private static ItemDeclaration declaration(MessageFunction function, int version) {
    return ItemDeclaration.builder().function(function).version(version).build();
  }
}
