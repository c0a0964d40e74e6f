package org.chasqui.codec.asycuda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.ControlType;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Problem;
import org.chasqui.message.Reason;

/** Makes the decision of one {@code Bol_status}. */
final class BolDecision {

  private final ProfileView view;
  private final AnswerDecisions decisions;

  BolDecision(ProfileView view, AnswerDecisions decisions) {
    this.view = view;
    this.decisions = decisions;
  }

  CustomsDecision of(
      String itemId, AwstatusReader.Block block, String base, List<Problem> problems) {
    var fields = block.fields();
    var status = LossList.head(fields.get("Status"), 17);
    var decidedAt = decidedAt(fields.get("Date"), base, problems);
    var duties = duties(block, base, problems);
    var lane = AnswerValues.code(fields.get("Lane"));
    var builder =
        decisions
            .decision(itemId, status, AnswerValues.at(base + "/Status"), problems)
            .declaration(reference(itemId, fields.get("Registration")))
            .decidedAt(decidedAt)
            .laneCode(lane)
            .controlTypes(controls(lane))
            .customsOfficeCode(AnswerValues.code(fields.get("Customs_office_code")))
            .reasons(reasons(fields))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(AnswerValues.total(duties));
    var decision = builder.build();
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decidedAt).build()
        : decision;
  }

  private String decidedAt(String date, String base, List<Problem> problems) {
    var time = decisions.time(date);
    if (date != null && time.isEmpty()) {
      problems.add(AnswerValues.odd(base + "/Date", "date and time, ISO 8601"));
    }
    return time.orElse(decisions.receivedAt());
  }

  private static DeclarationReference reference(String itemId, String registration) {
    var shortened = registration == null ? null : LossList.head(registration, 70);
    return new DeclarationReference(itemId, null, null, shortened, Map.of());
  }

  /** Red is examined, yellow is checked by its papers (§10). */
  private static List<ControlType> controls(String lane) {
    return switch (lane == null ? "" : lane) {
      case "RED" -> List.of(ControlType.PHYSICAL);
      case "YELLOW" -> List.of(ControlType.DOCUMENTARY);
      default -> List.of();
    };
  }

  private List<Reason> reasons(Map<String, String> fields) {
    var code = AnswerValues.code(fields.get("Reason_code"));
    var text = fields.get("Reason_text");
    if (code == null && text == null) {
      return List.of();
    }
    var language = text == null ? null : decisions.language();
    var shortened = text == null ? null : LossList.head(text, 512);
    return List.of(new Reason(code, null, shortened, language, Map.of()));
  }

  private List<Duty> duties(AwstatusReader.Block block, String base, List<Problem> problems) {
    var currency = AnswerValues.currency(block.fields().get("Currency"), view.currency());
    var duties = new ArrayList<Duty>();
    for (int i = 0; i < block.taxes().size(); i++) {
      var tax = block.taxes().get(i);
      var type = AnswerValues.code(tax.get("Code"));
      var amount = AnswerValues.amount(tax.get("Amount"));
      if (type == null || amount == null) {
        problems.add(AnswerValues.odd(base + "/Tax[" + (i + 1) + "]", "Code and Amount"));
        continue;
      }
      var taxable = AnswerValues.amount(tax.get("Base"));
      var rate = AnswerValues.amount(tax.get("Rate"));
      duties.add(AnswerValues.duty(type, taxable, rate, amount, currency));
    }
    return duties;
  }
}
