package org.chasqui.codec.duca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.ControlType;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.Severity;

/**
 * Makes the decision of one declaration: what customs fill in (fields 2, 3, 34, 53), and the state
 * of it, which has no field and is ours.
 */
final class DucaDecision {
  private static final int MOST_DUTIES = 999;
  private static final Pattern LINE = Pattern.compile("[1-9]\\d{0,4}");

  private final ProfileView view;
  private final AnswerDecisions decisions;
  private final DucaPlaces places;

  DucaDecision(ProfileView view, AnswerDecisions decisions, DucaPlaces places) {
    this.view = view;
    this.decisions = decisions;
    this.places = places;
  }

  CustomsDecision of(String itemId, AnswerNode duca, String base, List<Problem> problems) {
    var state = AnswerValues.shortened(duca.text("estado"), 17);
    var decidedAt = decidedAt(duca, base, problems);
    var duties = duties(duca, base, problems);
    var general = duca.part("liquidacionGeneral");
    var lane = AnswerValues.code(duca.text("canal"));
    var number = AnswerValues.shortened(duca.text("numeroRegistro"), 70);
    var decision =
        decisions
            .decision(itemId, state, places.at(base + "/estado"), problems)
            .declaration(new DeclarationReference(itemId, null, null, number, Map.of()))
            .decidedAt(decidedAt)
            .laneCode(lane)
            .controlTypes(controls(lane))
            .customsOfficeCode(AnswerValues.code(duca.text("aduanaRegistro")))
            .reasons(reasons(duca.part("motivo")))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(money(general.text("totalGeneral"), duca.text("moneda")))
            .build();
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decidedAt).build()
        : decision;
  }

  /** The time of the state, else of acceptance (3), else of receipt. */
  private String decidedAt(AnswerNode duca, String base, List<Problem> problems) {
    for (var field : List.of("fechaEstado", "fechaAceptacion")) {
      var text = duca.text(field);
      var time = decisions.time(text);
      if (time.isPresent()) {
        return time.get();
      }
      if (text != null) {
        problems.add(warning(base + "/" + field, "date and time, ISO 8601"));
      }
    }
    return decisions.receivedAt();
  }

  private static List<ControlType> controls(String lane) {
    return switch (lane == null ? "" : lane) {
      case "ROJO" -> List.of(ControlType.PHYSICAL);
      case "AMARILLO" -> List.of(ControlType.DOCUMENTARY);
      default -> List.of();
    };
  }

  private List<Reason> reasons(AnswerNode reason) {
    var code = AnswerValues.code(reason.text("codigo"));
    var text = AnswerValues.shortened(reason.text("texto"), 512);
    if (code == null && text == null) {
      return List.of();
    }
    var language = text == null ? null : decisions.language();
    return List.of(new Reason(code, null, text, language, Map.of()));
  }

  /** Those of the lines (53), else the general ones (34). */
  private List<Duty> duties(AnswerNode duca, String base, List<Problem> problems) {
    var duties = new ArrayList<Duty>();
    var currency = duca.text("moneda");
    var lines = duca.parts("lineas");
    for (int i = 0; i < lines.size(); i++) {
      var place = base + places.element("lineas", "linea", i) + "/liquidacion";
      var line = line(lines.get(i).text("numeroLinea"));
      var taxes = lines.get(i).part("liquidacion").parts("tributos");
      duties.addAll(taxes(taxes, "importe", line, currency, place, problems));
    }
    if (duties.isEmpty()) {
      var taxes = duca.part("liquidacionGeneral").parts("tributos");
      var place = base + "/liquidacionGeneral";
      duties.addAll(taxes(taxes, "total", null, currency, place, problems));
    }
    return duties.size() > MOST_DUTIES ? List.copyOf(duties.subList(0, MOST_DUTIES)) : duties;
  }

  private List<Duty> taxes(
      List<AnswerNode> taxes,
      String amountField,
      Integer line,
      String currency,
      String base,
      List<Problem> problems) {
    var duties = new ArrayList<Duty>();
    for (int i = 0; i < taxes.size(); i++) {
      var tax = taxes.get(i);
      var type = AnswerValues.code(tax.text("tipo"));
      var payable = money(tax.text(amountField), currency);
      if (type == null || payable == null) {
        var place = base + places.element("tributos", "tributo", i);
        problems.add(warning(place, "tipo and " + amountField));
      } else {
        duties.add(duty(type, line, AnswerValues.amount(tax.text("tasa")), payable));
      }
    }
    return duties;
  }

  private Money money(String text, String currency) {
    var amount = AnswerValues.amount(text);
    return amount == null
        ? null
        : new Money(amount, AnswerValues.currency(currency, view.currency()));
  }

  private static Integer line(String text) {
    return text != null && LINE.matcher(text).matches() ? Integer.valueOf(text) : null;
  }

  private static Duty duty(String type, Integer line, String rate, Money payable) {
    return Duty.builder()
        .typeCode(type)
        .lineSequence(line)
        .rate(rate)
        .rateUnit(rate == null ? null : RateUnit.PERCENT)
        .payable(payable)
        .build();
  }

  private Problem warning(String place, String expected) {
    return new Problem(
        ProblemCode.ELEMENT_FORMAT, Severity.WARNING, places.at(place), null, expected);
  }
}
