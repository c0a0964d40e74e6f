package org.chasqui.flow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.codec.upu.EventCodes;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.EventType;
import org.chasqui.message.Flow;
import org.chasqui.message.MessageKind;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;

/**
 * Proposes tracking events from the decisions of one part to the posts whose profiles ask for that.
 * They are recorded with their decision, in one transaction, and each decision proposes once: the
 * event's id follows from administration, item, status and time of the decision.
 */
final class Proposals {
  /** Marks a proposed event: an attribute of the envelope, beside the gateway as its source. */
  static final String MARK = "proposedby";

  private static final int REASON_CODE = 3;

  private final Ledger ledger;
  private final RegionalJson json;
  private final Collection<String> itemIds;
  private Set<String> known;

  Proposals(Ledger ledger, RegionalJson json, Collection<String> itemIds) {
    this.ledger = ledger;
    this.json = json;
    this.itemIds = itemIds;
  }

  /** What follows from a message: nothing but for a decision that is told to such a post. */
  List<Prepared> of(Prepared prepared, Profile sender) {
    if (prepared.refused()
        || !(prepared.message().data() instanceof CustomsDecision decision)
        || decision.flow() == Flow.EXPORT
        || Boolean.TRUE.equals(decision.provisional())) {
      return List.of();
    }
    var proposed = new ArrayList<Prepared>();
    for (var post : prepared.recipients()) {
      var code = post.receives().proposedEvents().get(decision.status());
      if (code != null) {
        var event = event(decision, code, sender, post);
        if (known().add(event.eventId())) {
          var message = new RegionalMessage(envelope(prepared.message(), event, post), event);
          proposed.add(new Prepared(prepared.decoded(), message, List.of(), List.of(post), null));
        }
      }
    }
    return proposed;
  }

  private Set<String> known() {
    if (known == null) {
      known = new HashSet<>();
      for (var events : ledger.trackingEvents(itemIds).values()) {
        for (var event : events) {
          if (json.read(event.json()).data() instanceof TrackingEvent told) {
            known.add(told.eventId());
          }
        }
      }
    }
    return known;
  }

  private static TrackingEvent event(
      CustomsDecision decision, String code, Profile sender, Profile post) {
    var itemId = decision.declaration().itemId();
    var type = EventCodes.event(code).orElse(EventType.OTHER);
    var item = new DeclarationReference(itemId, null, null, null, null);
    return TrackingEvent.builder()
        .eventId(eventId(decision, code, sender, post))
        .eventType(type)
        .sourceEventCode(code)
        .sourceEventListId(EventCodes.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(decision.decidedAt())
        .scope(new Scope(List.of(item), null, null, null))
        .reason(EventCodes.needsReason(type) ? reason(decision, type, post) : null)
        .build();
  }

  private static String eventId(
      CustomsDecision decision, String code, Profile sender, Profile post) {
    return DecodeContext.stableId(
        String.join(
            "/",
            "proposed",
            sender.id(),
            post.id(),
            decision.declaration().itemId(),
            decision.status().name(),
            String.valueOf(decision.decidedAt()),
            code));
  }

  /** The decision's own reason; its code only where EMSEVT has room for it. */
  private static Reason reason(CustomsDecision decision, EventType type, Profile post) {
    var own = decision.reasons().isEmpty() ? null : decision.reasons().getFirst();
    boolean fits = own != null && own.code() != null && own.code().length() <= REASON_CODE;
    var text = own == null ? null : own.text() == null ? own.code() : own.text();
    return new Reason(
        fits ? own.code() : post.receives().proposedReason(),
        EventCodes.reasons(type),
        text,
        own == null ? null : own.languageCode(),
        null);
  }

  private static Envelope envelope(RegionalMessage decision, TrackingEvent event, Profile post) {
    var from = decision.envelope();
    return new Envelope(
        DecodeContext.stableId(event.eventId() + "/message"),
        PartyAddress.GATEWAY.urn(),
        MessageKind.TRACKING_EVENT,
        event.businessKey(),
        from.time(),
        post.identity().address().urn(),
        from.correlationId(),
        from.id(),
        from.test(),
        Map.of(MARK, PartyAddress.GATEWAY.code()));
  }
}
