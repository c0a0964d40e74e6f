package org.chasqui.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Messages by criteria, newest first. What a party may see is what it sent and what it received:
 * two walks along an index, merged.
 */
final class Searching {
  /** An id is given before its message is recorded, by no more than this. */
  private static final Duration ID_AGE = Duration.ofDays(1);

  private final Reading reading;

  Searching(Reading reading) {
    this.reading = reading;
  }

  /** Where a walk goes along. */
  private enum Way {
    ALL,
    SENT,
    RECEIVED
  }

  Page<MessageRow> search(Search search) {
    int limit = Limits.page(search.limit());
    return reading.read(
        sql -> {
          var merged = new TreeMap<Long, MessageRow>(Comparator.reverseOrder());
          for (var walk : walks(search, limit)) {
            for (var row : walk.rows(sql)) {
              merged.put(row.id(), row);
            }
          }
          var rows = new ArrayList<>(merged.values());
          return Cursors.page(rows, limit, row -> Long.toString(row.id()));
        });
  }

  private static List<Walk> walks(Search search, int limit) {
    var visibleTo = search.visibleTo();
    if (visibleTo != null) {
      return List.of(
          walk(search, Way.SENT, visibleTo, limit), walk(search, Way.RECEIVED, visibleTo, limit));
    }
    if (search.recipient() != null) {
      return List.of(walk(search, Way.RECEIVED, search.recipient(), limit));
    }
    return search.sender() == null
        ? List.of(walk(search, Way.ALL, null, limit))
        : List.of(walk(search, Way.SENT, search.sender(), limit));
  }

  /** A query with its values. */
  private record Walk(String text, List<Object> values) {
    List<MessageRow> rows(Sql sql) throws SQLException {
      return sql.list(text, row -> Columns.message(row, null), values.toArray());
    }
  }

  private static Walk walk(Search search, Way way, String party, int limit) {
    var text = new StringBuilder("SELECT ").append(Columns.MESSAGE);
    var values = new ArrayList<Object>();
    switch (way) {
      case RECEIVED -> {
        text.append(" FROM delivery_line l JOIN message m ON m.id = l.message_id")
            .append(" JOIN delivery d ON d.id = l.delivery_id WHERE l.recipient = ?");
        values.add(party);
      }
      case SENT -> {
        text.append(" FROM message m WHERE m.sender = ?");
        values.add(party);
      }
      case ALL -> text.append(" FROM message m WHERE 1 = 1");
    }
    addMessage(search, text, values);
    addLine(search, way, party, text, values);
    var id = way == Way.RECEIVED ? "l.message_id" : "m.id";
    if (search.itemPrefix() != null) {
      // the index of the item ids is the narrow one, not the order
      id = id + " + 0";
    }
    text.append(" AND ").append(id).append(" < ? ORDER BY ").append(id).append(" DESC LIMIT ?");
    values.add(Cursors.number(search.cursor(), Long.MAX_VALUE));
    values.add(limit + 1);
    return new Walk(text.toString(), values);
  }

  private static void addMessage(Search search, StringBuilder text, List<Object> values) {
    add(text, values, " AND m.sender = ?", search.sender());
    add(
        text,
        values,
        " AND m.kind = ?",
        search.kind() == null ? null : (Integer) Codes.of(search.kind()));
    if (search.itemPrefix() != null) {
      text.append(" AND m.business_key >= ? AND m.business_key < ?");
      values.add(search.itemPrefix());
      values.add(search.itemPrefix() + '\uFFFF');
    }
    if (search.from() != null) {
      add(text, values, " AND m.recorded_at >= ?", search.from().toEpochMilli());
      add(text, values, " AND m.id >= ?", Ids.floor(search.from().minus(ID_AGE)));
    }
    if (search.to() != null) {
      add(text, values, " AND m.recorded_at < ?", search.to().toEpochMilli());
    }
  }

  private static void addLine(
      Search search, Way way, String party, StringBuilder text, List<Object> values) {
    var recipient = search.recipient();
    boolean ownLine = way == Way.RECEIVED && (recipient == null || recipient.equals(party));
    var state = search.state() == null ? null : (Integer) search.state().code();
    if (ownLine) {
      add(text, values, " AND " + Columns.LINE_STATE + " = ?", state);
      return;
    }
    if (recipient == null && state == null) {
      return;
    }
    text.append(" AND EXISTS (SELECT 1 FROM delivery_line l JOIN delivery d")
        .append(" ON d.id = l.delivery_id WHERE l.message_id = m.id");
    add(text, values, " AND l.recipient = ?", recipient);
    add(text, values, " AND " + Columns.LINE_STATE + " = ?", state);
    text.append(')');
  }

  private static void add(StringBuilder text, List<Object> values, String condition, Object value) {
    if (value != null) {
      text.append(condition);
      values.add(value);
    }
  }
}
