package org.chasqui.codec.ecuapass;

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
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;

/**
 * Reads results: {@code DocumentDetail} holds a document as a text, with {@code Declaration/ID} and
 * {@code Error/ErrorDescription} as public client code reads them. That the document repeats the
 * item's reference, and {@code Status}, {@code Reason} and {@code DutyTaxFee} in it, are ours.
 */
final class ResponseDecoder extends ItemAnswerDecoder {
  private static final String STATUS = "/Declaration/Status/NameCode";
  private static final String ITEM = "/Declaration/UCR/TraderAssignedReferenceID";
  private static final int MOST = 99;

  ResponseDecoder() {
    super("ecuapass-response", "Response with DocumentDetail", Set.of("DocumentDetail"));
  }

  @Override
  protected void item(AnswerElement detail, Answers answers) {
    var base = "//DocumentDetail[" + answers.index() + "]";
    var document = AnswerElement.parse(detail.text());
    if (document.isEmpty()) {
      answers.problem(
          Problem.of(ProblemCode.UNREADABLE, AnswerValues.at(base), null, "XML as a text"));
      return;
    }
    var found = errors(document.get(), base);
    var itemId = document.get().text(ITEM.substring(1));
    var status = document.get().text(STATUS.substring(1));
    if (itemId == null) {
      found.add(AnswerValues.missing(base + ITEM));
    }
    if (found.isEmpty() && status == null) {
      found.add(AnswerValues.missing(base + STATUS));
    }
    if (found.isEmpty()) {
      var place = AnswerValues.at(base + STATUS);
      var decision = decision(itemId, status, document.get(), place, answers, found);
      answers.decided(decision, place, found);
    } else {
      answers.unusable(itemId, found);
    }
  }

  /** A refused document is no decision: it has errors. */
  private static List<Problem> errors(AnswerElement document, String base) {
    var errors = new ArrayList<Problem>();
    for (var error : document.all("Error")) {
      var words = error.text("ErrorDescription");
      if (words != null && errors.size() < MOST) {
        var place = base + "/Error[" + (errors.size() + 1) + "]";
        errors.add(AnswerValues.reported(place, AnswerValues.code(error.text("ErrorCode")), words));
      }
    }
    return errors;
  }

  private static CustomsDecision decision(
      String itemId,
      String status,
      AnswerElement document,
      Location place,
      ItemAnswerDecoder.Answers answers,
      List<Problem> problems) {
    var decisions = answers.decisions();
    var stated = document.text("Declaration/Status/EffectiveDateTime");
    var decidedAt = decisions.time(stated);
    if (stated != null && decidedAt.isEmpty()) {
      problems.add(
          AnswerValues.odd(place.text().replace("NameCode", "EffectiveDateTime"), "a time"));
    }
    var duties = duties(document, answers.view().currency());
    var number = AnswerValues.shortened(document.text("Declaration/ID"), 70);
    var decision =
        decisions
            .decision(itemId, LossList.head(status, 17), place, problems)
            .declaration(new DeclarationReference(itemId, null, null, number, Map.of()))
            .decidedAt(decidedAt.orElse(decisions.receivedAt()))
            .customsOfficeCode(AnswerValues.code(document.text("Declaration/DeclarationOfficeID")))
            .reasons(reasons(document, decisions.language()))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(AnswerValues.total(duties))
            .build();
    return AnswerDecisions.withReleaseTime(decision);
  }

  private static List<Reason> reasons(AnswerElement document, String language) {
    var reasons = new ArrayList<Reason>();
    for (var reason : document.all("Declaration/Reason")) {
      var code = AnswerValues.code(reason.text("Code"));
      var text = AnswerValues.shortened(reason.text("Description"), 512);
      if ((code != null || text != null) && reasons.size() < MOST) {
        reasons.add(new Reason(code, null, text, text == null ? null : language, Map.of()));
      }
    }
    return reasons;
  }

  private static List<Duty> duties(AnswerElement document, String currency) {
    var duties = new ArrayList<Duty>();
    for (var fee : document.all("Declaration/DutyTaxFee")) {
      var type = AnswerValues.code(fee.text("TypeCode"));
      var amount = AnswerValues.amount(fee.text("PaymentAmount"));
      if (type != null && amount != null && duties.size() < MOST) {
        var taxable = AnswerValues.amount(fee.text("TaxBaseAmount"));
        var rate = AnswerValues.amount(fee.text("TaxRateNumeric"));
        duties.add(AnswerValues.duty(type, taxable, rate, amount, currency));
      }
    }
    return duties;
  }
}
