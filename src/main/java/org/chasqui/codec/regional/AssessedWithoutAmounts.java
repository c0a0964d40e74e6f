package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.chasqui.codec.answer.DutyAmounts;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Keeps a decision of DUTY_ASSESSED without amounts, as the readers of other formats do. */
final class AssessedWithoutAmounts {
  private static final String ASSESSED = DecisionStatus.DUTY_ASSESSED.name();

  private AssessedWithoutAmounts() {}

  /**
   * Changes the data of an event before it is checked; what is no decision is left to the check.
   */
  static void settle(ObjectNode event, List<Problem> problems) {
    if (!(event.get("data") instanceof ObjectNode data) || !lacks(data)) {
      return;
    }
    CustomsDecision decision;
    try {
      decision = (CustomsDecision) RegionalJson.data(MessageKind.CUSTOMS_DECISION, data);
    } catch (JsonProcessingException notADecision) {
      return;
    }
    var settled = DutyAmounts.settled(decision);
    data.put("status", settled.status().name());
    if (settled.status() == decision.status()) {
      data.set("totalPayable", RegionalJson.mapper().valueToTree(settled.totalPayable()));
    } else {
      var at = new Location.AtPointer("/status");
      var found = ASSESSED + " without amounts";
      problems.add(
          new Problem(ProblemCode.TARGET_NEEDS, Severity.WARNING, at, found, DutyAmounts.EXPECTED));
    }
  }

  private static boolean lacks(JsonNode data) {
    return ASSESSED.equals(data.path("status").textValue())
        && (data.path("duties").isMissingNode() || data.path("totalPayable").isMissingNode());
  }
}
