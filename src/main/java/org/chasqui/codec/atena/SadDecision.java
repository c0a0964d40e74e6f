package org.chasqui.codec.atena;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.message.ControlType;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Duty;
import org.chasqui.message.Location;
import org.chasqui.message.Money;
import org.chasqui.message.Payment;
import org.chasqui.message.PaymentStatus;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Makes the decision of a declaration that was read back (§6, decision fields). */
final class SadDecision {
  /** Where the answer gives the status. */
  static final Location PLACE = new Location.AtPointer("/status");

  /** Code map from {@code selectedColor} to a control type. */
  static final String CONTROL_MAP = "control-type";

  /** Key of the status map for a declaration whose goods are all released. */
  private static final String RELEASED = "fullyReleased";

  private static final int MOST_DUTIES = 999;

  private final ProfileView view;
  private final AnswerDecisions decisions;

  SadDecision(ProfileView view, AnswerDecisions decisions) {
    this.view = view;
    this.decisions = decisions;
  }

  /** The status, or that all is released; null when the declaration tells neither. */
  static String status(AnswerNode sad) {
    return isReleased(sad) ? RELEASED : sad.text("status");
  }

  private static boolean isReleased(AnswerNode sad) {
    return "true".equals(sad.text(RELEASED));
  }

  CustomsDecision of(String itemId, AnswerNode sad, List<Problem> problems) {
    var duties = duties(sad, problems);
    var colour = sad.text("selectedColor");
    var source = sad.text("status");
    var decision =
        decisions
            .decision(itemId, key(sad), PLACE, problems)
            .sourceStatusCode(AnswerValues.shortened(source == null ? RELEASED : source, 17))
            .declaration(new DeclarationReference(itemId, null, null, registration(sad), Map.of()))
            .decidedAt(decisions.receivedAt())
            .laneCode(AnswerValues.code(colour))
            .controlTypes(controls(colour))
            .customsOfficeCode(AnswerValues.code(sad.text("officeOfDispatchExportCode")))
            .officerReference(AnswerValues.shortened(sad.text("inspectionDocumentNumber"), 35))
            .duties(duties)
            .dutiable(duties.isEmpty() ? null : Boolean.TRUE)
            .totalPayable(total(sad, duties))
            .payment(payment(sad))
            .build();
    return decision.status() == DecisionStatus.RELEASED
        ? decision.toBuilder().releasedAt(decision.decidedAt()).build()
        : decision;
  }

  private Money total(AnswerNode sad, List<Duty> duties) {
    return duties.isEmpty() ? null : money(sad.text("totalAmountToBePaid"));
  }

  /** Amounts are in the currency of the administration. */
  private Money money(String text) {
    var amount = AnswerValues.amount(text);
    return amount == null ? null : new Money(amount, view.currency());
  }

  /** The most telling key that the profile maps: release, colour, payment, status. */
  private String key(AnswerNode sad) {
    var status = sad.text("status");
    var mapped = view.codes().getOrDefault(AnswerDecisions.STATUS_MAP, Map.of());
    return Stream.of(
            isReleased(sad) ? RELEASED : "",
            status + "/" + sad.text("selectedColor"),
            status + "/" + sad.text("paymentStatus"))
        .filter(mapped::containsKey)
        .findFirst()
        .orElse(AnswerValues.shortened(status(sad), 17));
  }

  /** Office, serial, number and year, by which it is read back: {@code 005 R 78 2024}. */
  private static String registration(AnswerNode sad) {
    if (sad.text("customsRegistrationNumber") == null) {
      return null;
    }
    var parts = new ArrayList<String>();
    parts.add(sad.text("officeOfDispatchExportCode"));
    parts.add(sad.text("customsRegistrationSerial"));
    parts.add(sad.text("customsRegistrationNumber"));
    parts.add(sad.text("customsRegistrationYear"));
    parts.removeIf(part -> part == null);
    return AnswerValues.shortened(String.join(" ", parts), 70);
  }

  private List<ControlType> controls(String colour) {
    var name = view.code(CONTROL_MAP, colour).orElse("");
    return Stream.of(ControlType.values()).filter(type -> type.name().equals(name)).toList();
  }

  /**
   * Taxes of the declaration and sums of those of its items. Base and rate stay behind: in the
   * annexes the rate is one of exchange as well as of duty.
   */
  private List<Duty> duties(AnswerNode sad, List<Problem> problems) {
    var duties = new ArrayList<Duty>();
    for (var list : List.of("itemTaxSum", "globalTaxes")) {
      var taxes = sad.parts(list);
      for (int i = 0; i < taxes.size() && duties.size() < MOST_DUTIES; i++) {
        var type = AnswerValues.code(taxes.get(i).text("code"));
        var payable = money(taxes.get(i).text("amount"));
        if (type == null || payable == null) {
          problems.add(warning("/" + list + "/" + i));
          continue;
        }
        var name = AnswerValues.shortened(taxes.get(i).text("description"), 70);
        duties.add(Duty.builder().typeCode(type).typeName(name).payable(payable).build());
      }
    }
    return duties;
  }

  private static Problem warning(String pointer) {
    return new Problem(
        ProblemCode.ELEMENT_FORMAT,
        Severity.WARNING,
        new Location.AtPointer(pointer),
        null,
        "code and amount");
  }

  private static Payment payment(AnswerNode sad) {
    var receipt = AnswerValues.shortened(sad.text("receiptNumber"), 70);
    if (!"TO_BE_PAID".equals(sad.text("paymentStatus")) && receipt == null) {
      return null;
    }
    var status = receipt == null ? PaymentStatus.DUE : PaymentStatus.PAID;
    return new Payment(receipt, null, null, status, null, null, Map.of());
  }
}
