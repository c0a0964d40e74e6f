package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.AnswerDecisions;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.ControlType;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.Severity;

/** Makes the decision of one {@code Bol_status}. */
final class BolDecision {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,16}");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,6})?");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

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
    var lane = code(fields.get("Lane"));
    var builder =
        decisions
            .decision(itemId, status, at(base + "/Status"), problems)
            .declaration(reference(itemId, fields.get("Registration")))
            .decidedAt(decidedAt)
            .laneCode(lane)
            .controlTypes(controls(lane))
            .customsOfficeCode(code(fields.get("Customs_office_code")))
            .reasons(reasons(fields))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(total(duties));
    var decision = builder.build();
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decidedAt).build()
        : decision;
  }

  private String decidedAt(String date, String base, List<Problem> problems) {
    var time = decisions.time(date);
    if (date != null && time.isEmpty()) {
      problems.add(warning(base + "/Date", "date and time, ISO 8601"));
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
    var code = code(fields.get("Reason_code"));
    var text = fields.get("Reason_text");
    if (code == null && text == null) {
      return List.of();
    }
    var language = text == null ? null : decisions.language();
    var shortened = text == null ? null : LossList.head(text, 512);
    return List.of(new Reason(code, null, shortened, language, Map.of()));
  }

  private List<Duty> duties(AwstatusReader.Block block, String base, List<Problem> problems) {
    var stated = block.fields().get("Currency");
    boolean known = stated != null && CURRENCY.matcher(stated).matches();
    var currency = known ? stated : view.currency();
    var duties = new ArrayList<Duty>();
    for (int i = 0; i < block.taxes().size(); i++) {
      var tax = block.taxes().get(i);
      var type = code(tax.get("Code"));
      var amount = amount(tax.get("Amount"));
      if (type == null || amount == null) {
        problems.add(warning(base + "/Tax[" + (i + 1) + "]", "Code and Amount"));
        continue;
      }
      var taxable = amount(tax.get("Base"));
      var rate = amount(tax.get("Rate"));
      duties.add(
          Duty.builder()
              .typeCode(type)
              .baseAmount(taxable == null ? null : new Money(taxable, currency))
              .rate(rate)
              .rateUnit(rate == null ? null : RateUnit.PERCENT)
              .payable(new Money(amount, currency))
              .build());
    }
    return duties;
  }

  private static Money total(List<Duty> duties) {
    if (duties.isEmpty()) {
      return null;
    }
    var total =
        duties.stream()
            .map(duty -> new BigDecimal(duty.payable().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(total.toPlainString(), duties.getFirst().payable().currencyCode());
  }

  private static String amount(String text) {
    return text != null && AMOUNT.matcher(text).matches() ? text : null;
  }

  private static String code(String text) {
    return text != null && CODE.matcher(text).matches() ? text : null;
  }

  private static Problem warning(String xpath, String expected) {
    return new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, at(xpath), null, expected);
  }

  private static Location at(String xpath) {
    return new Location.AtXPath(xpath, null);
  }
}
