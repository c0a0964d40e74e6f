package org.chasqui.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Leg;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.ledger.Timeline;

/**
 * What a caller may see: a party what it sent or received, an operator of the gateway all.
 *
 * @param party null for operators of the gateway
 */
record Sight(Ledger ledger, String party) {

  boolean all() {
    return party == null;
  }

  boolean of(Interchange interchange) {
    return all() || interchange.header().party().equals(party);
  }

  /** A delivery is its recipient's, and the sender's whose interchange its messages came in. */
  boolean of(Delivery delivery) {
    return all()
        || delivery.recipient().equals(party)
        || delivery.lines().stream().findFirst().map(this::sent).orElse(false);
  }

  Optional<Interchange> interchange(long id) {
    return ledger.interchange(id).filter(this::of);
  }

  Optional<DeliveryDetail> delivery(long id) {
    return ledger.delivery(id).filter(detail -> of(detail.delivery()));
  }

  /** The visible part of an item's story; empty when there is none. */
  Optional<Timeline> timeline(String itemId) {
    return timeline(itemId, 0);
  }

  /** The same of one life of its id, from 1 on; 0 for the present one. */
  Optional<Timeline> timeline(String itemId, int life) {
    var whole = ledger.timeline(itemId, life);
    return all() ? whole : whole.map(this::visible).filter(part -> !part.messages().isEmpty());
  }

  private boolean sent(Delivery.Line line) {
    return ledger.itemBook().sender(line.messageId()).filter(party::equals).isPresent();
  }

  /** What the party itself sent or was sent; of a whole story, which leads to no other. */
  private List<MessageRow> seenMessages(Timeline whole) {
    var received = lineIds(whole.deliveries().stream().filter(this::toParty).toList());
    return whole.messages().stream()
        .filter(m -> party.equals(m.sender()) || received.contains(m.id()))
        .toList();
  }

  private boolean toParty(Delivery delivery) {
    return delivery.recipient().equals(party);
  }

  private Timeline visible(Timeline story) {
    var messages = seenMessages(story);
    var sent =
        ids(messages.stream().filter(m -> party.equals(m.sender())).toList(), MessageRow::id);
    var deliveries =
        story.deliveries().stream()
            .filter(
                d -> toParty(d) || d.lines().stream().anyMatch(l -> sent.contains(l.messageId())))
            .toList();
    return part(story, messages, deliveries);
  }

  private Timeline part(Timeline story, List<MessageRow> messages, List<Delivery> deliveries) {
    var messageIds = ids(messages, MessageRow::id);
    var interchangeIds = ids(messages, MessageRow::interchangeId);
    var deliveryIds = ids(deliveries, Delivery::id);
    Predicate<ProblemRow> located =
        p -> (p.deliveryId() == 0 ? messageIds : deliveryIds).contains(of(p));
    return new Timeline(
        story.itemId(),
        messages,
        story.interchanges().stream().filter(this::of).toList(),
        deliveries,
        story.events().stream()
            .filter(
                e ->
                    e.deliveryId() == 0
                        ? interchangeIds.contains(e.interchangeId())
                        : deliveryIds.contains(e.deliveryId()))
            .toList(),
        story.problems().stream().filter(located).toList(),
        story.alarms().stream().filter(alarm -> alarm.concerns(party)).toList(),
        story.carried().stream().filter(item -> item.sender().equals(party)).toList(),
        story.successors().stream().filter(this::knows).toList(),
        legs(story, messageIds),
        story.life());
  }

  private static long of(ProblemRow problem) {
    return problem.deliveryId() == 0 ? problem.messageId() : problem.deliveryId();
  }

  /** Of other lives of the id only who had to do with them is told. */
  private List<Leg> legs(Timeline story, Set<Long> seen) {
    var seenByLife = new HashMap<>(Map.of(story.life(), seen));
    story
        .legs()
        .forEach(
            leg ->
                seenByLife.computeIfAbsent(leg.life(), life -> seenMessages(story.itemId(), life)));
    return story.legs().stream()
        .filter(leg -> !seenByLife.get(leg.life()).isEmpty())
        .map(leg -> told(story, leg, seenByLife.get(leg.life())))
        .toList();
  }

  private Set<Long> seenMessages(String itemId, int life) {
    return ledger
        .timeline(itemId, life)
        .map(whole -> ids(seenMessages(whole), MessageRow::id))
        .orElse(Set.of());
  }

  /**
   * A way is told to who sees its declaration. Who sees that of another way of the same life is
   * told who declared it and when, others only that there is one.
   */
  private static Leg told(Timeline story, Leg leg, Set<Long> seen) {
    if (seen.contains(leg.messageId())) {
      return leg;
    }
    boolean concerned =
        story.legs().stream()
            .anyMatch(other -> other.life() == leg.life() && seen.contains(other.messageId()));
    return new Leg(
        leg.life(),
        leg.begun(),
        leg.messageId(),
        concerned ? leg.declaredBy() : null,
        concerned ? leg.declaredAt() : null,
        null,
        null);
  }

  private boolean knows(String itemId) {
    return !seenMessages(itemId, 0).isEmpty();
  }

  private static Set<Long> lineIds(List<Delivery> deliveries) {
    return deliveries.stream()
        .flatMap(delivery -> delivery.lines().stream())
        .map(Delivery.Line::messageId)
        .collect(Collectors.toSet());
  }

  private static <T> Set<Long> ids(List<T> rows, Function<T, Long> id) {
    return rows.stream().map(id).collect(Collectors.toSet());
  }
}
