package org.chasqui.console;

import java.util.List;
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
    return ledger.timeline(line.businessKey()).stream()
        .flatMap(story -> story.messages().stream())
        .anyMatch(message -> message.id() == line.messageId() && party.equals(message.sender()));
  }

  private Timeline visible(Timeline story) {
    Predicate<Delivery> toMe = delivery -> delivery.recipient().equals(party);
    var received = lineIds(story.deliveries().stream().filter(toMe).toList());
    var messages =
        story.messages().stream()
            .filter(m -> party.equals(m.sender()) || received.contains(m.id()))
            .toList();
    var sent =
        ids(messages.stream().filter(m -> party.equals(m.sender())).toList(), MessageRow::id);
    var deliveries =
        story.deliveries().stream()
            .filter(
                d -> toMe.test(d) || d.lines().stream().anyMatch(l -> sent.contains(l.messageId())))
            .toList();
    return part(story, messages, deliveries);
  }

  private Timeline part(Timeline story, List<MessageRow> messages, List<Delivery> deliveries) {
    var messageIds = ids(messages, MessageRow::id);
    var interchangeIds = ids(messages, MessageRow::interchangeId);
    var deliveryIds = ids(deliveries, Delivery::id);
    Predicate<ProblemRow> located =
        p ->
            p.deliveryId() == 0
                ? messageIds.contains(p.messageId())
                : deliveryIds.contains(p.deliveryId());
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
        story.legs().stream().filter(leg -> told(story, leg)).toList(),
        story.life());
  }

  /** Of other lives of the id only who had to do with them. */
  private boolean told(Timeline story, Leg leg) {
    return leg.life() == story.life() || timeline(story.itemId(), leg.life()).isPresent();
  }

  private boolean knows(String itemId) {
    return timeline(itemId).isPresent();
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
