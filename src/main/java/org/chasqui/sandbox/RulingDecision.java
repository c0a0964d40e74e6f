package org.chasqui.sandbox;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.message.AgencyType;
import org.chasqui.message.Authority;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsDecisionBuilder;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Document;
import org.chasqui.message.Duty;
import org.chasqui.message.Envelope;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Money;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.RateUnit;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;

/** A ruling as a customs decision, for hubs whose format is written from regional messages. */
final class RulingDecision {
  private static final String CURRENCY = "USD";

  private RulingDecision() {}

  static RegionalMessage of(Ruling ruling, PartyAddress hub) {
    var envelope =
        new Envelope(
            ruling.id(),
            hub.urn(),
            MessageKind.CUSTOMS_DECISION,
            ruling.itemId(),
            time(ruling),
            PartyAddress.GATEWAY.urn(),
            DecodeContext.stableId(ruling.itemId()),
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, decision(ruling, hub));
  }

  private static CustomsDecision decision(Ruling ruling, PartyAddress hub) {
    var decision =
        CustomsDecision.builder()
            .decisionId(ruling.id())
            .version(Math.max(1, ruling.step()))
            .declaration(
                new DeclarationReference(
                    ruling.itemId(), null, null, ruling.registration(), Map.of()))
            .decidedAt(time(ruling))
            .authority(new Authority(hub.countryCode(), hub.code(), AgencyType.CUSTOMS, Map.of()));
    status(decision, ruling);
    if (ruling.dutiable()) {
      var duty = new Money(ruling.duty().toPlainString(), CURRENCY);
      decision.dutiable(true).totalPayable(duty).duties(List.of(duty(ruling, duty)));
    }
    return decision.build();
  }

  private static Duty duty(Ruling ruling, Money payable) {
    return Duty.builder()
        .typeCode("CUD")
        .rate(ruling.rate().toPlainString())
        .rateUnit(RateUnit.PERCENT)
        .baseAmount(new Money(ruling.base().toPlainString(), CURRENCY))
        .payable(payable)
        .build();
  }

  private static void status(CustomsDecisionBuilder decision, Ruling ruling) {
    switch (ruling.verdict()) {
      case REGISTERED -> decision.status(DecisionStatus.REGISTERED);
      case RELEASED -> decision.status(DecisionStatus.RELEASED).releasedAt(time(ruling));
      case DUTY -> decision.status(DecisionStatus.DUTY_ASSESSED);
      case HELD ->
          decision
              .status(DecisionStatus.HELD)
              .reasons(List.of(reason("EXAM", "PHYSICAL EXAMINATION")));
      case DOCUMENTS ->
          decision
              .status(DecisionStatus.HELD)
              .requiredDocuments(List.of(new Document("380", null, null, null, null, Map.of())))
              .reasons(List.of(reason("DOCS", "INVOICE REQUIRED")));
      case REFUSED, CANCELLED, RETURNED ->
          decision
              .status(DecisionStatus.REFUSED)
              .reasons(List.of(reason("PROHIBITED", "IMPORT NOT PERMITTED")));
    }
  }

  private static Reason reason(String code, String text) {
    return new Reason(code, null, text, null, Map.of());
  }

  private static String time(Ruling ruling) {
    var at = ruling.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
  }
}
