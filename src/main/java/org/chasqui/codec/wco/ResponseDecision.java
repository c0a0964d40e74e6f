package org.chasqui.codec.wco;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.DutyBuilder;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Payment;
import org.chasqui.message.PaymentStatus;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;

/** Makes the decision of one {@code Response}, or the problems of a refused declaration. */
final class ResponseDecision {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final ProfileView view;
  private final AnswerDecisions decisions;

  ResponseDecision(ProfileView view, AnswerDecisions decisions) {
    this.view = view;
    this.decisions = decisions;
  }

  /** A refused declaration is no decision (§6.6): it has errors, or a time of refusal, 374. */
  boolean refuses(ResponseAnswer answer) {
    var mapped = view.codes().getOrDefault(AnswerDecisions.STATUS_MAP, Map.of());
    boolean known = mapped.containsKey(statusCode(answer));
    boolean rejected = answer.value("/Declaration/RejectionDateTime/DateTimeString") != null;
    return !known && (rejected || !answer.errors().isEmpty());
  }

  /** The errors with their places, told as faults that the partner reported. */
  List<Problem> faults(ResponseAnswer answer) {
    var faults = new ArrayList<Problem>();
    for (var error : answer.errors()) {
      var pointer = error.get("pointer");
      var text = (text(error, "/ValidationCode") + " " + text(error, "/Description")).strip();
      var place = new Location.AtXPath(WcoPointer.xpath(pointer), pointer);
      faults.add(Problem.of(ProblemCode.PARTNER, place, text, null));
    }
    if (faults.isEmpty()) {
      var place = new Location.AtXPath("/MetaData/Declaration", "42A");
      var found = "refused with function code " + answer.value("/FunctionCode");
      faults.add(Problem.of(ProblemCode.PARTNER, place, found, null));
    }
    return faults;
  }

  private static String text(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  CustomsDecision of(String itemId, ResponseAnswer answer, String base, List<Problem> problems) {
    var code = statusCode(answer);
    var place = new Location.AtXPath(base + "/FunctionCode", "07B/017");
    var duties = duties(answer);
    var decision =
        decisions
            .decision(itemId, LossList.head(code, 17), place, problems)
            .declaration(reference(itemId, answer))
            .decidedAt(decidedAt(answer))
            .effectiveAt(time(answer.value("/Status/EffectiveDateTime/DateTimeString")))
            .releasedAt(time(answer.value("/Status/ReleaseDateTime/DateTimeString")))
            .actionDueAt(actionDueAt(answer))
            .customsOfficeCode(AnswerValues.code(answer.value("/ContactOffice/ID")))
            .reasons(reasons(answer))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(total(answer, duties))
            .payment(payment(answer))
            .build();
    return decision.status() == DecisionStatus.RELEASED && decision.releasedAt() == null
        ? decision.toBuilder().releasedAt(decision.decidedAt()).build()
        : decision;
  }

  /** Two digits of function; with the status name code where the profile tells them apart. */
  private String statusCode(ResponseAnswer answer) {
    var mapped = view.codes().getOrDefault(AnswerDecisions.STATUS_MAP, Map.of());
    var function = answer.value("/FunctionCode");
    var name = answer.value("/Status/NameCode");
    var padded = function.length() == 1 ? "0" + function : function;
    if (name != null && mapped.containsKey(padded + "/" + name)) {
      return padded + "/" + name;
    }
    return mapped.containsKey(function) ? function : padded;
  }

  private static DeclarationReference reference(String itemId, ResponseAnswer answer) {
    var id = answer.value("/Declaration/ID");
    var version = answer.value("/Declaration/VersionID");
    boolean numeric = version != null && NUMBER.matcher(version).matches();
    return new DeclarationReference(
        itemId,
        null,
        numeric ? Integer.valueOf(version) : null,
        id == null ? null : LossList.head(id, 70),
        Map.of());
  }

  private String decidedAt(ResponseAnswer answer) {
    var issued = time(answer.value("/IssueDateTime/DateTimeString"));
    return issued == null ? decisions.receivedAt() : issued;
  }

  private String time(String text) {
    return WcoDateTime.iso(text).flatMap(decisions::time).orElse(null);
  }

  private String actionDueAt(ResponseAnswer answer) {
    for (var statement : answer.statements()) {
      var limit = time(statement.get("/LimitDateTime/DateTimeString"));
      if (limit != null) {
        return limit;
      }
    }
    return null;
  }

  private List<Reason> reasons(ResponseAnswer answer) {
    var reasons = new ArrayList<Reason>();
    for (var statement : answer.statements()) {
      reasons.add(reason(statement, "/StatementCode", "/StatementDescription"));
    }
    for (var error : answer.errors()) {
      reasons.add(reason(error, "/ValidationCode", "/Description"));
    }
    reasons.removeIf(reason -> reason.code() == null && reason.text() == null);
    return reasons.size() > 99 ? List.copyOf(reasons.subList(0, 99)) : reasons;
  }

  private Reason reason(Map<String, String> row, String codeField, String textField) {
    var text = row.get(textField);
    var shortened = text == null ? null : LossList.head(text, 512);
    var language = text == null ? null : decisions.language();
    return new Reason(AnswerValues.code(row.get(codeField)), null, shortened, language, Map.of());
  }

  private List<Duty> duties(ResponseAnswer answer) {
    var duties = new ArrayList<Duty>();
    for (var row : answer.duties()) {
      var payable = money(row, "/Payment/PaymentAmount");
      var assessed = money(row, "/Payment/TaxAssessedAmount");
      var type = AnswerValues.code(row.get("/TypeCode"));
      if (type != null && (payable != null || assessed != null)) {
        duties.add(
            duty(row, type)
                .assessed(assessed)
                .payable(payable == null ? assessed : payable)
                .build());
      }
    }
    return duties.size() > 999 ? List.copyOf(duties.subList(0, 999)) : duties;
  }

  private DutyBuilder duty(Map<String, String> row, String type) {
    var rate = AnswerValues.amount(row.get("/TaxRateNumeric"));
    var line = row.get("line");
    boolean numbered = line != null && NUMBER.matcher(line).matches();
    return Duty.builder()
        .typeCode(type)
        .lineSequence(numbered ? Integer.valueOf(line) : null)
        .baseAmount(money(row, "/AdValoremTaxBaseAmount"))
        .baseQuantity(AnswerValues.amount(row.get("/SpecificTaxBaseQuantity")))
        .rate(rate)
        .rateUnit(rate == null ? null : RateUnit.PERCENT)
        .regimeCode(AnswerValues.code(row.get("/DutyRegimeCode")));
  }

  /** The sum of the declaration's own payments, else of the duties of its lines. */
  private Money total(ResponseAnswer answer, List<Duty> duties) {
    var payments = new ArrayList<Money>();
    for (var row : answer.totals()) {
      var payment = money(row, "/Payment/PaymentAmount");
      if (payment != null) {
        payments.add(payment);
      }
    }
    if (payments.isEmpty()) {
      duties.forEach(duty -> payments.add(duty.payable()));
    }
    if (payments.stream().map(Money::currencyCode).distinct().count() != 1) {
      return null;
    }
    var sum =
        payments.stream()
            .map(payment -> new BigDecimal(payment.amount()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Money(sum.toPlainString(), payments.getFirst().currencyCode());
  }

  private Payment payment(ResponseAnswer answer) {
    for (var row : answer.totals()) {
      var number = row.get("/Payment/ReferenceID");
      var dueAt = time(row.get("/Payment/DueDateTime/DateTimeString"));
      if (number != null || dueAt != null) {
        var reference = number == null ? null : LossList.head(number, 70);
        return new Payment(reference, dueAt, null, PaymentStatus.DUE, null, null, Map.of());
      }
    }
    return null;
  }

  private Money money(Map<String, String> row, String field) {
    var amount = AnswerValues.amount(row.get(field));
    var currency = row.get(field + "@");
    boolean known = currency != null && CURRENCY.matcher(currency).matches();
    return amount == null ? null : new Money(amount, known ? currency : view.currency());
  }
}
