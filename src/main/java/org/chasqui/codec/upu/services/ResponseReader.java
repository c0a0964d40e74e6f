package org.chasqui.codec.upu.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsDecisionBuilder;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Fee;
import org.chasqui.message.Money;
import org.chasqui.message.Payee;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.Severity;

/** Makes the decision of one response. */
final class ResponseReader {
  /** Type of the one fee that the service knows (ours). */
  static final String FEE = "TOTAL-FEE";

  private static final List<String> UNPLACED = List.of("HS", "NetWeight");

  private final AnswerDecisions decisions;
  private final ProfileView view;

  ResponseReader(AnswerDecisions decisions, ProfileView view) {
    this.decisions = decisions;
    this.view = view;
  }

  Decoded read(int position, String itemId, CdsElement response) {
    var data = response.at("Data");
    var problems = new ArrayList<Problem>();
    var code = data.text("DecisionCd", 17);
    if (code == null) {
      var at = data.at("DecisionCd").location();
      var problem = Problem.of(ProblemCode.SCHEMA, at, null, "the code of a decision");
      return AnswerDecisions.unusable(position, itemId, List.of(problem));
    }
    var values = new CdsValues(view.zone(), problems);
    var at = data.at("DecisionCd").location();
    var time = values.time(data, "ClearanceDt");
    var decidedAt = time == null ? decisions.receivedAt() : time;
    var decision =
        money(decisions.decision(itemId, code, at, problems), data, values, problems)
            .declaration(new DeclarationReference(itemId, null, null, null, Map.of()))
            .decidedAt(decidedAt)
            .reasons(reasons(data, values))
            .dutiable(dutiable(data, values))
            .build();
    return decisions.decoded(position, released(decision, decidedAt), at, problems);
  }

  private static CustomsDecisionBuilder money(
      CustomsDecisionBuilder decision, CdsElement data, CdsValues values, List<Problem> problems) {
    var duties = duties(data, values, problems);
    var fee = values.money(data, "TotalFee", "TotalFeeCurrencyCd");
    return decision
        .duties(duties)
        .fees(fee == null ? List.of() : List.of(new Fee(FEE, fee, Payee.OTHER, Map.of())))
        .totalPayable(Totals.of(duties, fee));
  }

  private static CustomsDecision released(CustomsDecision decision, String at) {
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(at).build()
        : decision;
  }

  private List<Reason> reasons(CdsElement data, CdsValues values) {
    var code =
        values.code(data, "DecisionReasonCd", CdsValues.CODE, "a code of 1 to 17 characters");
    var text = values.text(data, "DecisionReasonNm", 512);
    if (code == null && text == null) {
      return List.of();
    }
    var language = text == null ? null : decisions.language();
    return List.of(new Reason(code, null, text, language, Map.of()));
  }

  private static Boolean dutiable(CdsElement data, CdsValues values) {
    var text = values.oneOf(data, "Dutiable", List.of("true", "false", "1", "0"));
    return text == null ? null : Boolean.valueOf(text.equals("true") || text.equals("1"));
  }

  private static List<Duty> duties(CdsElement data, CdsValues values, List<Problem> problems) {
    var duties = new ArrayList<Duty>();
    for (var tax : data.at("Taxes").all("Tax")) {
      var type = values.code(tax, "Type", CdsValues.CODE, "a code of 1 to 17 characters");
      var payable = values.money(tax, "Amount", "CurrencyCd");
      if (type == null || payable == null) {
        problems.add(
            new Problem(
                ProblemCode.ELEMENT_FORMAT,
                Severity.WARNING,
                tax.location(),
                null,
                "Type, Amount and CurrencyCd"));
        continue;
      }
      duties.add(duty(tax, type, payable, values));
      for (var name : UNPLACED) {
        if (tax.text(name) != null) {
          problems.add(
              Problem.of(ProblemCode.NO_TARGET, tax.at(name).location(), null, "a duty's fields"));
        }
      }
    }
    return duties;
  }

  private static Duty duty(CdsElement tax, String type, Money payable, CdsValues values) {
    var rate = values.decimal(tax, "Rate");
    return Duty.builder()
        .typeCode(type)
        .typeName(values.text(tax, "Description", 70))
        .lineSequence(values.number(tax, "Number"))
        .rate(rate)
        .rateUnit(rate == null ? null : RateUnit.PERCENT)
        .payable(payable)
        .build();
  }
}
