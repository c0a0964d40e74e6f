package org.chasqui.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.ItemHead;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.EventType;
import org.chasqui.message.ItemCategory;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.PartyRole;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;
import org.chasqui.rule.Travel;

/**
 * Tells the original of an item that is known already from one that begins anew: the return of the
 * item by the post that received it, or another item under an id whose former life is over since
 * long enough (UPU S10: no reuse for 12 months).
 */
final class ItemLives {
  private static final Set<EventType> END = EnumSet.of(EventType.DELIVERED, EventType.RETURNED);
  private static final int COUNTRY = 2;

  private final Ledger ledger;
  private final RegionalJson json;
  private final FinalDecisions finals;
  private final Duration reuseAfter;

  /**
   * @param reuseAfter how long after its last declaration or decision an id may be used again
   */
  ItemLives(Ledger ledger, RegionalJson json, FinalDecisions finals, Duration reuseAfter) {
    this.ledger = ledger;
    this.json = json;
    this.finals = finals;
    this.reuseAfter = reuseAfter;
  }

  /** What an original of a known item begins; nothing when it is out of place. */
  Beginning begun(ItemDeclaration declaration, ItemHead head, Profile sender, Instant received) {
    var item = declaration.itemId();
    var last =
        ledger.itemBook().declarations(List.of(item)).getOrDefault(item, Map.of()).values().stream()
            .map(sent -> (ItemDeclaration) json.read(sent).data())
            .reduce((earlier, later) -> later)
            .orElse(null);
    if (last != null && isReturn(declaration, last, head, sender) && hasGone(item, head)) {
      return Beginning.RETURN;
    }
    boolean free =
        !head.changedAt().plus(reuseAfter).isAfter(received)
            && (head.sender().equals(sender.id()) || isOfCountry(item, sender))
            && isOver(item, last, head);
    return free ? Beginning.ANOTHER_LIFE : Beginning.NONE;
  }

  /**
   * Declared as returned goods by a post of the country that it was sent to, back to where from.
   */
  private static boolean isReturn(
      ItemDeclaration declaration, ItemDeclaration last, ItemHead head, Profile sender) {
    var here = sender.identity().countryCode();
    return sender.identity().role() == PartyRole.POST
        && declaration.itemCategory() == ItemCategory.RETURNED_GOODS
        && !head.sender().equals(sender.id())
        && here.equals(last.destinationCountryCode())
        && here.equals(declaration.originCountryCode())
        && last.originCountryCode().equals(declaration.destinationCountryCode());
  }

  /**
   * True when its way out is decided for good or told to have been travelled: until then who
   * declared it may change it, and nobody can send it back.
   */
  private boolean hasGone(String item, ItemHead head) {
    var since = head.before() == null ? Instant.EPOCH : head.before().changedAt();
    return finals.isFinal(head.lastDecision())
        || ledger.alarms().events(item, since).stream()
            .map(event -> json.read(event.json()).data())
            .anyMatch(
                data ->
                    data instanceof TrackingEvent event
                        && (Travel.isTold(event) || event.eventType() == EventType.RETURNED));
  }

  /** An id of UPU S10 ends with the country that gives it. */
  private static boolean isOfCountry(String item, Profile sender) {
    return item.length() > COUNTRY && item.endsWith(sender.identity().countryCode());
  }

  private boolean isOver(String item, ItemDeclaration last, ItemHead head) {
    return finals.isFinal(head.lastDecision())
        || (last != null && last.function() == MessageFunction.CANCELLATION)
        || ledger.trackingEvents(List.of(item)).getOrDefault(item, List.of()).stream()
            .map(event -> json.read(event.json()).data())
            .anyMatch(
                data -> data instanceof TrackingEvent event && END.contains(event.eventType()));
  }
}
