package org.chasqui.codec.asycuda;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Flow;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Severity;

/**
 * Makes the decision of a declaration that is registered. Its status is the last of registration,
 * assessment and receipt that is filled; the lane stands in no export, so none releases.
 */
final class SadDecision {
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM/dd/yy");

  private final ProfileView view;
  private final AnswerDecisions decisions;
  private final SadDocument document;
  private final List<Problem> problems;

  SadDecision(
      ProfileView view, AnswerDecisions decisions, SadDocument document, List<Problem> problems) {
    this.view = view;
    this.decisions = decisions;
    this.document = document;
    this.problems = problems;
  }

  /** A step of the life of a declaration: element below {@code Identification}, status of ours. */
  private enum Step {
    RECEIPT("receipt", "PAID"),
    ASSESSMENT("Assessment", "ASSESSED"),
    REGISTRATION("Registration", "REGISTERED");

    private final String element;
    private final String status;

    Step(String element, String status) {
      this.element = element;
      this.status = status;
    }
  }

  CustomsDecision of(String itemId) {
    var step = step();
    var decided = date(step);
    var registered = step == Step.REGISTRATION ? decided : date(Step.REGISTRATION);
    var duties = duties();
    var at = new Location.AtXPath("/ASYCUDA/Identification/" + step.element, null);
    var total = total(duties);
    return decisions
        .decision(itemId, step.status, at, problems)
        .declaration(new DeclarationReference(itemId, null, null, reference(registered), Map.of()))
        .flow("E".equals(document.text("Property/Sad_flow")) ? Flow.EXPORT : Flow.IMPORT)
        .decidedAt(decided.orElse(decisions.receivedAt()))
        .customsOfficeCode(office())
        .duties(duties)
        .totalPayable(total)
        .dutiable(total == null ? null : new BigDecimal(total.amount()).signum() > 0)
        .build();
  }

  private Step step() {
    for (var step : Step.values()) {
      if (document.text("Identification/" + step.element + "/Number") != null) {
        return step;
      }
    }
    throw new IllegalStateException("only what is registered is a decision");
  }

  /** Year, serial and number, as on the declaration: {@code 2025 C 8879}. */
  private String reference(Optional<String> registered) {
    var base = "Identification/Registration/";
    var year = document.text("Assessment_notice/Registration_year");
    if (year == null) {
      year = registered.map(text -> text.substring(0, 4)).orElse("");
    }
    var serial = document.text(base + "Serial_number");
    var text = year + " " + (serial == null ? "" : serial + " ") + document.text(base + "Number");
    return LossList.head(text.strip(), 70);
  }

  /** {@code MM/dd/yy} is seen in the one real file with dates; ISO 8601 is read as well. */
  private Optional<String> date(Step step) {
    var path = "Identification/" + step.element + "/Date";
    var text = document.text(path);
    if (text == null) {
      return Optional.empty();
    }
    try {
      var day =
          text.indexOf('/') > 0 ? LocalDate.parse(text, SHORT) : LocalDate.parse(text.strip());
      var zoned = day.atStartOfDay(view.zone()).toOffsetDateTime();
      return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(zoned));
    } catch (DateTimeParseException notADate) {
      warn(path, "a date as MM/dd/yy or yyyy-MM-dd");
      return Optional.empty();
    }
  }

  private String office() {
    return AnswerValues.code(
        document.text("Identification/Office_segment/Customs_clearance_office_code"));
  }

  /** Taxes of all goods items, one duty for each code. */
  private List<Duty> duties() {
    var byCode = new LinkedHashMap<String, Sum>();
    for (int i = 0; i < document.lines().size(); i++) {
      for (var tax : document.lines().get(i).taxes()) {
        var code = AnswerValues.code(tax.get("Duty_tax_code"));
        var amount = amount(tax.get("Duty_tax_amount"));
        if (code == null || amount == null) {
          warn("Item[" + (i + 1) + "]/Taxation/Taxation_line", "code and amount");
          continue;
        }
        byCode
            .computeIfAbsent(code, any -> new Sum())
            .add(
                amount,
                amount(tax.get("Duty_tax_Base")),
                AnswerValues.amount(tax.get("Duty_tax_rate")));
      }
    }
    var duties = new ArrayList<Duty>();
    byCode.forEach((code, sum) -> duties.add(sum.duty(code)));
    return duties;
  }

  /** What the goods items have of one tax; a rate only where it is the same for all. */
  private final class Sum {
    private BigDecimal amount = BigDecimal.ZERO;
    private BigDecimal base = BigDecimal.ZERO;
    private String rate;
    private boolean first = true;

    void add(BigDecimal more, BigDecimal moreBase, String itsRate) {
      amount = amount.add(more);
      base = base == null || moreBase == null ? null : base.add(moreBase);
      rate = first || itsRate != null && itsRate.equals(rate) ? itsRate : null;
      first = false;
    }

    Duty duty(String code) {
      return Duty.builder()
          .typeCode(code)
          .baseAmount(base == null ? null : money(base))
          .rate(rate)
          .rateUnit(rate == null ? null : RateUnit.PERCENT)
          .payable(money(amount))
          .build();
    }
  }

  private Money money(BigDecimal amount) {
    return new Money(amount.toPlainString(), view.currency());
  }

  private static BigDecimal amount(String text) {
    var plain = AnswerValues.amount(text);
    return plain == null ? null : new BigDecimal(plain);
  }

  /** As the assessment says, which has global taxes too; else the sum. */
  private Money total(List<Duty> duties) {
    var stated = amount(document.text("Financial/Amounts/Totals_taxes"));
    if (stated != null) {
      return money(stated);
    }
    if (duties.isEmpty()) {
      return null;
    }
    return money(
        duties.stream()
            .map(duty -> new BigDecimal(duty.payable().amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private void warn(String path, String expected) {
    var at = new Location.AtXPath("/ASYCUDA/" + path, null);
    problems.add(new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, at, null, expected));
  }
}
