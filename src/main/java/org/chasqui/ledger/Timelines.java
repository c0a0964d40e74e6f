package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Puts together the whole story of an item. */
final class Timelines {
  private static final String EVENT =
      "SELECT sequence, happened_at, type, party, interchange_id, delivery_id, detail, hash"
          + " FROM event WHERE ";
  private static final String OF_INTERCHANGE =
      EVENT + "interchange_id = ? AND interchange_id > 0 LIMIT " + Limits.PAGE;
  private static final String OF_DELIVERY =
      EVENT + "delivery_id = ? AND delivery_id > 0 LIMIT " + Limits.PAGE;
  private static final String INTERCHANGE =
      "SELECT " + Columns.INTERCHANGE + " FROM interchange i WHERE i.id = ?";

  /**
   * Filed under the item; an event, a referral or an answer that names it among others; an event of
   * the receptacle that it is in.
   */
  private static final String ABOUT =
      "m.id IN (SELECT id FROM message WHERE business_key = ? UNION SELECT i.message_id"
          + " FROM message_item i JOIN message o ON o.id = i.message_id"
          + " WHERE i.item = ? AND o.kind IN (3, 5, 6)"
          + " UNION SELECT e.id FROM dispatch_item d JOIN message e ON e.business_key = d.receptacle"
          + " WHERE d.item = ? AND e.kind = 3"
          + " UNION SELECT i.message_id FROM dispatch_item d JOIN message_item i"
          + " ON i.item = d.receptacle WHERE d.item = ?)";

  private static final String MESSAGES =
      "SELECT "
          + Columns.MESSAGE
          + ", m.json FROM message m WHERE "
          + ABOUT
          + " ORDER BY m.id LIMIT "
          + Limits.PAGE;
  private static final String LINES =
      "SELECT l.delivery_id, l.message_id, l.item, l.version, "
          + Columns.LINE_STATE
          + ", l.national_reference FROM delivery_line l JOIN delivery d ON d.id = l.delivery_id"
          + " JOIN message m ON m.id = l.message_id WHERE "
          + ABOUT
          + " ORDER BY l.delivery_id, l.message_id LIMIT "
          + Limits.PAGE;

  private static final String ALARMS =
      "SELECT "
          + Alarms.COLUMNS
          + " FROM alarm a WHERE a.subject = ? ORDER BY a.id LIMIT "
          + Limits.PAGE;
  private static final String CARRIED =
      "SELECT item, message_id, dispatch, receptacle, sender FROM dispatch_item WHERE item = ?"
          + " ORDER BY message_id LIMIT "
          + Limits.PAGE;
  private static final String SUCCESSORS =
      "SELECT DISTINCT m.business_key FROM message_item i JOIN message m ON m.id = i.message_id"
          + " WHERE i.item = ? AND m.kind = 1 AND m.refused = 0 LIMIT "
          + Limits.PAGE;

  private final Reading reading;

  Timelines(Reading reading) {
    this.reading = reading;
  }

  /** The messages of one life of an id have the numbers from one on and below another. */
  private record Life(int number, long from, long below) {
    static Life of(List<Leg> legs, int wanted) {
      if (legs.isEmpty()) {
        return new Life(0, 0, Long.MAX_VALUE);
      }
      int number = wanted == 0 ? legs.getLast().life() : wanted;
      return new Life(number, number == 1 ? 0 : start(legs, number), start(legs, number + 1));
    }

    private static long start(List<Leg> legs, int number) {
      return legs.stream()
          .filter(leg -> leg.life() == number)
          .mapToLong(Leg::messageId)
          .findFirst()
          .orElse(Long.MAX_VALUE);
    }

    boolean holds(long messageId) {
      return messageId >= from && messageId < below;
    }
  }

  Optional<Timeline> of(String itemId, int wanted) {
    return reading.read(
        sql -> {
          var all =
              sql.list(
                  MESSAGES,
                  row -> Columns.message(row, Packed.unpack(row.getBytes(14))),
                  itemId,
                  itemId,
                  itemId,
                  itemId);
          var legs = Leg.of(itemId, all);
          var life = Life.of(legs, wanted);
          var messages = all.stream().filter(message -> life.holds(message.id())).toList();
          return messages.isEmpty()
              ? Optional.empty()
              : Optional.of(timeline(sql, itemId, messages, legs, life));
        });
  }

  private static Timeline timeline(
      Sql sql, String itemId, List<MessageRow> messages, List<Leg> legs, Life life)
      throws SQLException {
    var interchanges = new TreeSet<>(messages.stream().map(MessageRow::interchangeId).toList());
    var lines = lines(sql, itemId, life);
    return new Timeline(
        itemId,
        messages,
        interchanges(sql, interchanges),
        deliveries(sql, lines),
        events(sql, interchanges, lines.keySet()),
        problems(sql, messages, lines),
        kept(sql.list(ALARMS, Alarms::read, itemId), alarm -> life.holds(alarm.messageId())),
        kept(sql.list(CARRIED, Timelines::carried, itemId), item -> life.holds(item.messageId())),
        sql.list(SUCCESSORS, row -> row.getString(1), itemId),
        legs,
        life.number());
  }

  /** What was sent of one life, by delivery. */
  private static SortedMap<Long, List<Delivery.Line>> lines(Sql sql, String itemId, Life life)
      throws SQLException {
    var lines = new TreeMap<Long, List<Delivery.Line>>();
    for (var line : sql.list(LINES, Line::of, itemId, itemId, itemId, itemId)) {
      if (life.holds(line.line().messageId())) {
        lines.computeIfAbsent(line.delivery(), id -> new ArrayList<>()).add(line.line());
      }
    }
    return lines;
  }

  private static List<Interchange> interchanges(Sql sql, Set<Long> ids) throws SQLException {
    var interchanges = new ArrayList<Interchange>();
    for (var id : ids) {
      interchanges.addAll(sql.list(INTERCHANGE, Columns::interchange, id));
    }
    return interchanges;
  }

  private static List<Delivery> deliveries(Sql sql, Map<Long, List<Delivery.Line>> lines)
      throws SQLException {
    var deliveries = new ArrayList<Delivery>();
    for (var entry : lines.entrySet()) {
      Lists.delivery(sql, entry.getKey())
          .ifPresent(head -> deliveries.add(Lists.withLines(head, entry.getValue())));
    }
    return deliveries;
  }

  private static List<Event> events(Sql sql, Set<Long> interchanges, Set<Long> deliveries)
      throws SQLException {
    var events = new ArrayList<Event>();
    for (var id : interchanges) {
      events.addAll(sql.list(OF_INTERCHANGE, Timelines::event, id));
    }
    for (var id : deliveries) {
      events.addAll(sql.list(OF_DELIVERY, Timelines::event, id));
    }
    events.sort(Comparator.comparing(Event::at).thenComparing(Event::sequence));
    return events;
  }

  private static <T> List<T> kept(List<T> all, Predicate<T> wanted) {
    return all.stream().filter(wanted).toList();
  }

  /** A line and the delivery that it is of. */
  private record Line(long delivery, Delivery.Line line) {
    static Line of(ResultSet row) throws SQLException {
      return new Line(row.getLong(1), Columns.line(row));
    }
  }

  static DispatchItem carried(ResultSet row) throws SQLException {
    return new DispatchItem(
        row.getString(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5));
  }

  private static List<ProblemRow> problems(
      Sql sql, List<MessageRow> messages, Map<Long, List<Delivery.Line>> lines)
      throws SQLException {
    var problems = new ArrayList<ProblemRow>();
    var whole = new TreeSet<Long>();
    for (var message : messages) {
      if (whole.add(message.interchangeId())) {
        problems.addAll(problems(sql, message.interchangeId(), 0));
      }
      if (message.position() != 0) {
        problems.addAll(problems(sql, message.interchangeId(), message.position()));
      }
    }
    for (var entry : lines.entrySet()) {
      for (var line : entry.getValue()) {
        problems.addAll(
            sql.list(
                "SELECT "
                    + Problems.COLUMNS
                    + " FROM problem p WHERE p.delivery_id = ? AND p.delivery_id > 0"
                    + " AND p.message_id = ? ORDER BY p.id LIMIT "
                    + Limits.PAGE,
                Problems::read,
                entry.getKey(),
                line.messageId()));
      }
    }
    return problems;
  }

  private static List<ProblemRow> problems(Sql sql, long interchangeId, int position)
      throws SQLException {
    return sql.list(
        "SELECT "
            + Problems.COLUMNS
            + " FROM problem p WHERE p.interchange_id = ? AND p.delivery_id = 0"
            + " AND p.position = ? ORDER BY p.id LIMIT "
            + Limits.PAGE,
        Problems::read,
        interchangeId,
        position);
  }

  private static Event event(ResultSet row) throws SQLException {
    var party = row.getString(4);
    return new Event(
        row.getLong(1),
        Instant.ofEpochMilli(row.getLong(2)),
        row.getString(3),
        party.isEmpty() ? null : party,
        row.getLong(5),
        row.getLong(6),
        Chain.detail(row.getString(7)),
        HexFormat.of().formatHex(row.getBytes(8)));
  }
}
