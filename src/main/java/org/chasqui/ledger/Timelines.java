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
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together the whole story of an item. */
final class Timelines {
  private static final String EVENT =
      "SELECT sequence, happened_at, type, party, interchange_id, delivery_id, detail, hash"
          + " FROM event WHERE ";

  /** Filed under the item, or an event, a referral or an answer that names it among others. */
  private static final String ABOUT =
      "m.id IN (SELECT id FROM message WHERE business_key = ? UNION SELECT i.message_id"
          + " FROM message_item i JOIN message o ON o.id = i.message_id"
          + " WHERE i.item = ? AND o.kind IN (3, 5, 6))";

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

  Optional<Timeline> of(String itemId) {
    return reading.read(
        sql -> {
          var messages =
              sql.list(
                  MESSAGES,
                  row -> Columns.message(row, Packed.unpack(row.getBytes(12))),
                  itemId,
                  itemId);
          return messages.isEmpty()
              ? Optional.empty()
              : Optional.of(timeline(sql, itemId, messages));
        });
  }

  private static Timeline timeline(Sql sql, String itemId, List<MessageRow> messages)
      throws SQLException {
    var interchangeIds = new TreeSet<Long>();
    messages.forEach(message -> interchangeIds.add(message.interchangeId()));
    var lines = new TreeMap<Long, List<Delivery.Line>>();
    sql.list(
        LINES,
        row ->
            lines.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(Columns.line(row)),
        itemId,
        itemId);
    var interchanges = new ArrayList<Interchange>();
    var events = new ArrayList<Event>();
    for (var id : interchangeIds) {
      interchanges.addAll(
          sql.list(
              "SELECT " + Columns.INTERCHANGE + " FROM interchange i WHERE i.id = ?",
              Columns::interchange,
              id));
      events.addAll(
          sql.list(
              EVENT + "interchange_id = ? AND interchange_id > 0 LIMIT " + Limits.PAGE,
              Timelines::event,
              id));
    }
    var deliveries = new ArrayList<Delivery>();
    for (var entry : lines.entrySet()) {
      Lists.delivery(sql, entry.getKey())
          .ifPresent(head -> deliveries.add(Lists.withLines(head, entry.getValue())));
      events.addAll(
          sql.list(
              EVENT + "delivery_id = ? AND delivery_id > 0 LIMIT " + Limits.PAGE,
              Timelines::event,
              entry.getKey()));
    }
    events.sort(Comparator.comparing(Event::at).thenComparing(Event::sequence));
    return new Timeline(
        itemId,
        messages,
        interchanges,
        deliveries,
        events,
        problems(sql, messages, lines),
        sql.list(ALARMS, Alarms::read, itemId),
        sql.list(CARRIED, Timelines::carried, itemId),
        sql.list(SUCCESSORS, row -> row.getString(1), itemId));
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
