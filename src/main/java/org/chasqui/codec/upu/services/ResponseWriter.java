package org.chasqui.codec.upu.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.Duty;
import org.chasqui.message.Money;
import org.chasqui.message.RateUnit;

/** Writes one decision as a view: mail object and response, elements in their order. */
final class ResponseWriter {
  private final CdsXml xml;
  private final CdsSettings settings;
  private final ProfileView view;
  private final LossList losses;

  ResponseWriter(CdsXml xml, CdsSettings settings, ProfileView view, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  void write(CustomsDecision decision) throws XMLStreamException {
    CdsFields.OF_DECISIONS.report(decision, losses);
    var itemId = decision.declaration().itemId();
    xml.start("CDSView");
    xml.start("MailObject");
    xml.text("Id", itemId);
    xml.text("PId", DeclarationWriter.mailObjectId(itemId));
    xml.text("TypeCd", "MI");
    xml.end();
    response(decision, itemId);
    xml.end();
  }

  private void response(CustomsDecision decision, String itemId) throws XMLStreamException {
    xml.start("Response");
    xml.text("CDSStateCd", settings.responseState());
    xml.text("CustOrganizationCd", customs(decision));
    xml.text("MailObjectPId", DeclarationWriter.mailObjectId(itemId));
    xml.text("PId", decision.decisionId());
    xml.text("PostOrganizationCd", settings.post());
    xml.start("Data");
    xml.text("ClearanceDt", clearance(decision));
    xml.text("DecisionCd", code(decision));
    reason(decision);
    xml.text("Dutiable", decision.dutiable() == null ? null : decision.dutiable().toString());
    taxes(decision);
    fees(decision);
    xml.end();
    xml.end();
  }

  private String customs(CustomsDecision decision) {
    var authority = decision.authority();
    if (settings.customs() != null || authority == null) {
      return settings.customs();
    }
    return authority.countryCode();
  }

  private String code(CustomsDecision decision) {
    return losses
        .code(view, CdsSettings.DECISION_MAP, decision.status().name(), "/status", "")
        .orElse(null);
  }

  /** The service has one time; that of the release where there is one. */
  private String clearance(CustomsDecision decision) {
    var time = decision.releasedAt() == null ? decision.decidedAt() : decision.releasedAt();
    if (time != null && decision.decidedAt() != null && !time.equals(decision.decidedAt())) {
      losses.noTarget("/decidedAt", "", "one time");
    }
    return time;
  }

  private void reason(CustomsDecision decision) throws XMLStreamException {
    for (int i = 0; i < decision.reasons().size(); i++) {
      var reason = decision.reasons().get(i);
      if (i == 0) {
        xml.text("DecisionReasonCd", reason.code());
        xml.text("DecisionReasonNm", losses.clean(reason.text(), "/reasons/0", "/text"));
      } else {
        losses.noTarget("/reasons/" + i, "", "one reason");
      }
    }
  }

  private void taxes(CustomsDecision decision) throws XMLStreamException {
    if (decision.duties().isEmpty()) {
      return;
    }
    xml.start("Taxes");
    for (int i = 0; i < decision.duties().size(); i++) {
      tax(decision.duties().get(i), "/duties/" + i);
    }
    xml.end();
  }

  private void tax(Duty duty, String at) throws XMLStreamException {
    xml.start("Tax");
    var payable = duty.payable();
    xml.text("Amount", decimal(payable == null ? null : payable.amount(), at, "/payable"));
    xml.text("CurrencyCd", payable == null ? null : payable.currencyCode());
    xml.text("Description", losses.clean(duty.typeName(), at, "/typeName"));
    var line = duty.lineSequence();
    xml.text("Number", line == null ? null : line.toString());
    if (duty.rate() != null && duty.rateUnit() != RateUnit.PER_UNIT) {
      xml.text("Rate", decimal(duty.rate(), at, "/rate"));
    } else if (duty.rate() != null) {
      losses.noTarget(at, "/rate", "a rate in percent");
    }
    xml.text("Type", duty.typeCode());
    xml.end();
  }

  /** Fees of one currency are one sum; their types are lost. */
  private void fees(CustomsDecision decision) throws XMLStreamException {
    Money sum = null;
    for (int i = 0; i < decision.fees().size(); i++) {
      var fee = decision.fees().get(i);
      var at = "/fees/" + i;
      var amount = fee.amount() == null ? null : fee.amount().amount();
      var currency = fee.amount() == null ? null : fee.amount().currencyCode();
      var number = losses.decimal(amount, 15, 6, RoundingMode.HALF_UP, at, "/amount");
      if (sum != null && !Objects.equals(sum.currencyCode(), currency)) {
        losses.noTarget(at, "/amount", "fees of one currency");
      } else if (number.isPresent()) {
        losses.noTarget(at, "/typeCode", "one sum of all fees");
        var before = sum == null ? BigDecimal.ZERO : new BigDecimal(sum.amount());
        sum = new Money(before.add(number.get()).toPlainString(), currency);
      }
    }
    if (sum != null) {
      xml.text("TotalFee", sum.amount());
      xml.text("TotalFeeCurrencyCd", sum.currencyCode());
    }
    total(decision, sum);
  }

  private void total(CustomsDecision decision, Money fees) {
    var total = decision.totalPayable();
    if (total != null && !Totals.isSumOf(decision.duties(), fees, total)) {
      losses.noTarget("/totalPayable", "", "the sum of taxes and fees");
    }
  }

  private String decimal(String value, String base, String rest) {
    return losses
        .decimal(value, 15, 6, RoundingMode.HALF_UP, base, rest)
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }
}
