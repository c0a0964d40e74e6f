package org.chasqui.codec.answer;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Duty;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * Keeps decisions that say that duty is assessed but not how much. DUTY_ASSESSED stands for the
 * amounts (wco-and-canonical-model §6.6) and the regional schema lets none be without; the decision
 * must reach the post all the same, as what is left of it: the assessment is complete (ours).
 */
public final class DutyAmounts {
  /** What the problem of such a decision says. */
  public static final String EXPECTED =
      "duties and total payable; without them the decision is kept as ASSESSMENT_COMPLETE";

  private static final Pattern AMOUNT = Pattern.compile("\\d{1,13}(\\.\\d{1,6})?");

  private DutyAmounts() {}

  /** The decision with the sum of its duties where that alone is missing, else the lower status. */
  public static CustomsDecision settled(CustomsDecision decision) {
    boolean whole = !decision.duties().isEmpty() && decision.totalPayable() != null;
    if (whole || decision.status() != DecisionStatus.DUTY_ASSESSED) {
      return decision;
    }
    var total = decision.duties().isEmpty() ? null : sum(decision.duties());
    return total == null
        ? decision.toBuilder().status(DecisionStatus.ASSESSMENT_COMPLETE).build()
        : decision.toBuilder().totalPayable(total).build();
  }

  /** The same, and a warning at the status when it had to be lowered. */
  static CustomsDecision settled(CustomsDecision decision, Location status, List<Problem> found) {
    var settled = settled(decision);
    if (settled.status() != decision.status()) {
      var code = decision.sourceStatusCode();
      found.add(new Problem(ProblemCode.TARGET_NEEDS, Severity.WARNING, status, code, EXPECTED));
    }
    return settled;
  }

  /** Null for duties of several currencies, and for those that do not say what is payable. */
  private static Money sum(List<Duty> duties) {
    var currencies = new HashSet<String>();
    var sum = BigDecimal.ZERO;
    for (var duty : duties) {
      var payable = duty.payable();
      if (payable == null || payable.currencyCode() == null || !isAmount(payable.amount())) {
        return null;
      }
      currencies.add(payable.currencyCode());
      sum = sum.add(new BigDecimal(payable.amount()));
    }
    return currencies.size() == 1
        ? new Money(sum.toPlainString(), currencies.iterator().next())
        : null;
  }

  private static boolean isAmount(String text) {
    return text != null && AMOUNT.matcher(text).matches();
  }
}
