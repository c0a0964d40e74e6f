package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.Held;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;

/** Deliveries that wait for their party or a pre-advice, as API and pages tell of them. */
final class HeldDeliveries {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final Ledger ledger;
  private final Region region;

  HeldDeliveries(Ledger ledger, Region region) {
    this.ledger = ledger;
    this.region = region;
  }

  /**
   * A held delivery in the form of the API.
   *
   * @param localUntil the same moment in the time zone of the party
   */
  record HeldView(String delivery, String party, String reason, String until, String localUntil) {}

  List<HeldView> views(Collection<Long> messageIds, LongPredicate visible) {
    return held(messageIds).stream()
        .filter(held -> visible.test(held.deliveryId()))
        .map(
            held ->
                new HeldView(
                    Long.toString(held.deliveryId()),
                    held.recipient(),
                    held.reason().name().toLowerCase(Locale.ROOT),
                    Views.time(held.until()),
                    held.until().atZone(zone(held.recipient())).toOffsetDateTime().toString()))
        .toList();
  }

  /** Those of the visible part of a story. */
  List<HeldView> views(Timeline story) {
    return views(messages(story), deliveries(story));
  }

  /** The same as notices; null when none waits. */
  Element notices(Timeline story, Texts texts) {
    return notices(messages(story), deliveries(story), texts);
  }

  private static List<Long> messages(Timeline story) {
    return story.messages().stream().map(MessageRow::id).toList();
  }

  private static LongPredicate deliveries(Timeline story) {
    var visible = story.deliveries().stream().map(Delivery::id).collect(Collectors.toSet());
    return visible::contains;
  }

  /** That of one delivery, of which one line stands for all. */
  List<HeldView> views(Delivery delivery) {
    return views(firstLine(delivery), id -> id == delivery.id());
  }

  /** The same as a notice; null when it does not wait. */
  Element notices(Delivery delivery, Texts texts) {
    return notices(firstLine(delivery), id -> id == delivery.id(), texts);
  }

  private static List<Long> firstLine(Delivery delivery) {
    return delivery.lines().stream().limit(1).map(Delivery.Line::messageId).toList();
  }

  /** One notice a party; null when none waits. */
  Element notices(Collection<Long> messageIds, LongPredicate visible, Texts texts) {
    var notices = classed("div", "held");
    var told =
        held(messageIds).stream()
            .filter(held -> visible.test(held.deliveryId()))
            .map(held -> notice(held, texts))
            .distinct()
            .toList();
    told.forEach(text -> notices.add(classed("p", "notice warn").text(text)));
    return told.isEmpty() ? null : notices;
  }

  private String notice(Held held, Texts texts) {
    var now = region.clock().instant();
    return texts.get(
        held.reason() == Held.For.OPENING ? "held.notice" : "held.preadvice",
        held.recipient().toUpperCase(Locale.ROOT),
        local(held.until(), now, held.recipient()));
  }

  private List<Held> held(Collection<Long> messageIds) {
    return ledger.holding().held(messageIds, region.clock().instant());
  }

  /** Hours and minutes where the party is, with the day unless it is that of the other moment. */
  String local(Instant at, Instant other, String party) {
    var zone = zone(party);
    var local = at.atZone(zone);
    boolean sameDay = local.toLocalDate().equals(other.atZone(zone).toLocalDate());
    return (sameDay ? TIME : DAY).format(local) + " (" + zone.getId() + ")";
  }

  private ZoneId zone(String party) {
    return region.party(party).map(found -> found.calendar().zone()).orElse(ZoneOffset.UTC);
  }
}
