package org.chasqui.codec.din;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerElement;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.codec.answer.ItemAnswerDecoder;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Money;
import org.chasqui.message.Problem;
import org.chasqui.message.RateUnit;

/**
 * Reads the answer to a DIN: the same document with {@code RESPUESTA} filled, or with {@code
 * ERRORES}. The item is told by {@code NUMCONOC}. Of the states only ACEPTADO is public; the others
 * come from the profile.
 */
final class DinDecoder extends ItemAnswerDecoder {
  private static final String ITEM = "/CABEZA/ORIGENTRANSPALMACENAJE/NUMCONOC";
  private static final String STATUS = "/CABEZA/RESPUESTA/ESTADO";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("ddMMuuuu").withResolverStyle(ResolverStyle.STRICT);
  private static final String NOT_SELECTED = "00";
  private static final int MOST_DUTIES = 999;

  /** The totals and amounts of a DIN are in dollars of the United States. */
  private static final String CURRENCY = "USD";

  DinDecoder() {
    super("din-response", "DIN with RESPUESTA or ERRORES", Set.of("DIN"));
  }

  @Override
  protected void item(AnswerElement din, Answers answers) {
    var base = "//DIN[" + answers.index() + "]";
    var itemId = din.text(ITEM.substring(1));
    var errors = errors(din, base);
    var status = din.text(STATUS.substring(1));
    if (itemId == null) {
      errors.add(AnswerValues.missing(base + ITEM));
    }
    if (errors.isEmpty() && status == null) {
      errors.add(AnswerValues.missing(base + STATUS));
    }
    if (!errors.isEmpty()) {
      answers.unusable(itemId, errors);
      return;
    }
    var problems = new ArrayList<Problem>();
    var decision = decision(itemId, status, din, base, answers, problems);
    answers.decided(decision, AnswerValues.at(base + STATUS), problems);
  }

  /** An empty block stands in documents that were sent by the schema. */
  private static List<Problem> errors(AnswerElement din, String base) {
    var errors = new ArrayList<Problem>();
    int index = 0;
    for (var error : din.all("ERRORES/ERROR")) {
      index++;
      var code = error.text("CODIGO");
      var words = error.text("GLOSA");
      if (code != null || words != null) {
        var place = base + "/ERRORES/ERROR[" + index + "]";
        errors.add(AnswerValues.reported(place, code, words));
      }
    }
    return errors;
  }

  private static CustomsDecision decision(
      String itemId,
      String status,
      AnswerElement din,
      String base,
      ItemAnswerDecoder.Answers answers,
      List<Problem> problems) {
    var decidedAt = decidedAt(din, base, answers, problems);
    var duties = duties(din, base, problems);
    var code = code(status, din.text("CABEZA/RESPUESTA/TIPOSELECCION"), answers);
    var decision =
        answers
            .decisions()
            .decision(itemId, code, AnswerValues.at(base + STATUS), problems)
            .declaration(reference(itemId, din))
            .decidedAt(decidedAt)
            .laneCode(AnswerValues.code(din.text("CABEZA/RESPUESTA/TIPOSELECCION")))
            .customsOfficeCode(AnswerValues.code(din.text("CABEZA/ADU")))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(AnswerValues.total(duties))
            .build();
    return AnswerDecisions.withReleaseTime(decision);
  }

  /** The state; with the kind of selection where the profile tells them apart. */
  private static String code(String status, String selection, ItemAnswerDecoder.Answers answers) {
    var code = LossList.head(status, 17);
    if (selection == null || selection.equals(NOT_SELECTED)) {
      return code;
    }
    var both = LossList.head(code + "/" + selection, 17);
    var known = answers.view().codes().getOrDefault("decision-status", Map.of());
    return known.containsKey(both) ? both : code;
  }

  private static DeclarationReference reference(String itemId, AnswerElement din) {
    var number = AnswerValues.shortened(din.text("CABEZA/RESPUESTA/NUMEROENCRIPTADO"), 70);
    return new DeclarationReference(itemId, null, null, number, Map.of());
  }

  private static String decidedAt(
      AnswerElement din, String base, ItemAnswerDecoder.Answers answers, List<Problem> problems) {
    var date = din.text("CABEZA/RESPUESTA/FECHACEPTACION");
    var decisions = answers.decisions();
    if (date == null) {
      return decisions.receivedAt();
    }
    try {
      var day = LocalDate.parse(date, DATE).atStartOfDay().toString();
      return decisions.time(day).orElse(decisions.receivedAt());
    } catch (DateTimeParseException e) {
      problems.add(AnswerValues.odd(base + "/CABEZA/RESPUESTA/FECHACEPTACION", "ddMMyyyy"));
      return decisions.receivedAt();
    }
  }

  /** The accounts of the lines: rate, account, sign, amount. */
  private static List<Duty> duties(AnswerElement din, String base, List<Problem> problems) {
    var duties = new ArrayList<Duty>();
    int line = 0;
    for (var item : din.all("ITEMS/ITEM")) {
      line++;
      for (var account : item.all("CUENTASITEM/CUENTAITEM")) {
        var type = AnswerValues.code(account.text("CTA"));
        var amount = AnswerValues.amount(account.text("VALOR"));
        if (type == null || amount == null) {
          var place = base + "/ITEMS/ITEM[" + line + "]/CUENTASITEM";
          problems.add(AnswerValues.odd(place, "CTA and VALOR"));
        } else if (duties.size() < MOST_DUTIES && !"-".equals(account.text("SIGVAL"))) {
          duties.add(duty(item, account, line, type, amount));
        }
      }
    }
    return duties;
  }

  private static Duty duty(
      AnswerElement item, AnswerElement account, int line, String type, String amount) {
    var rate = AnswerValues.amount(account.text("OTRO"));
    var taxable = AnswerValues.amount(item.text("CIFITEM"));
    return Duty.builder()
        .typeCode(type)
        .lineSequence(line)
        .baseAmount(taxable == null ? null : new Money(taxable, CURRENCY))
        .rate(rate)
        .rateUnit(rate == null ? null : RateUnit.PERCENT)
        .payable(new Money(amount, CURRENCY))
        .build();
  }
}
