package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads interchanges, deliveries, items, tallies and the lists that belong to them. */
final class Lists {
  private static final int DELIVERIES = 100;
  private static final String LINES =
      "SELECT l.delivery_id, l.message_id, l.item, l.version, "
          + Columns.LINE_STATE
          + ", l.national_reference FROM delivery_line l JOIN delivery d ON d.id = l.delivery_id"
          + " WHERE l.delivery_id = ? ORDER BY l.message_id";

  private static final String DECLARED_TO =
      "SELECT m.business_key, MAX(m.id) FROM message m CROSS JOIN delivery_line l"
          + " WHERE m.business_key IN (%s) AND m.refused = 0 AND m.kind = 1"
          + " AND l.message_id = m.id AND l.recipient = ? GROUP BY m.business_key";
  private static final String PROBLEMS =
      "SELECT "
          + Problems.COLUMNS
          + " FROM problem p WHERE p.delivery_id = ? AND p.delivery_id > 0"
          + " ORDER BY p.message_id, p.id LIMIT "
          + Limits.PAGE * 10;

  private final Reading reading;

  Lists(Reading reading) {
    this.reading = reading;
  }

  Optional<Interchange> interchange(long id) {
    return reading.read(
        sql ->
            sql.first(
                "SELECT "
                    + Columns.INTERCHANGE
                    + " FROM interchange i WHERE i.id = ? AND i.state >= 100",
                Columns::interchange,
                id));
  }

  Page<MessageRow> messages(long interchangeId, int limit, String cursor) {
    int page = Limits.page(limit);
    var after = Cursors.pair(cursor);
    return reading.read(
        sql ->
            Cursors.page(
                sql.list(
                    "SELECT "
                        + Columns.MESSAGE
                        + " FROM message m WHERE m.interchange_id = ? AND m.position >= ?"
                        + " AND (m.position > ? OR m.id > ?)"
                        + " ORDER BY m.position, m.id LIMIT ?",
                    row -> Columns.message(row, null),
                    interchangeId,
                    after[0],
                    after[0],
                    after[1],
                    page + 1),
                page,
                row -> row.position() + "." + row.id()));
  }

  /** A problem with the key of its row. */
  private record Keyed(long id, ProblemRow row) {}

  Page<ProblemRow> problems(long interchangeId, int limit, String cursor) {
    int page = Limits.page(limit);
    var after = Cursors.pair(cursor);
    Page<Keyed> found =
        reading.read(
            sql ->
                Cursors.page(
                    sql.list(
                        "SELECT "
                            + Problems.COLUMNS
                            + ", p.id FROM problem p WHERE p.interchange_id = ?"
                            + " AND p.delivery_id = 0 AND p.position >= ?"
                            + " AND (p.position > ? OR p.id > ?)"
                            + " ORDER BY p.position, p.id LIMIT ?",
                        row -> new Keyed(row.getLong(10), Problems.read(row)),
                        interchangeId,
                        after[0],
                        after[0],
                        after[1],
                        page + 1),
                    page,
                    keyed -> keyed.row().position() + "." + keyed.id()));
    return new Page<>(found.rows().stream().map(Keyed::row).toList(), found.next());
  }

  Page<Delivery> parked(String party, int limit, String cursor) {
    int page = Math.min(DELIVERIES, Limits.page(limit));
    var values = new ArrayList<Object>();
    var condition = "";
    if (party != null) {
      condition = " AND d.recipient = ?";
      values.add(party);
    }
    values.add(Cursors.number(cursor, Long.MAX_VALUE));
    values.add(page + 1);
    var text =
        "SELECT "
            + Columns.DELIVERY
            + " FROM delivery d WHERE d.parked > 0"
            + condition
            + " AND d.id < ? ORDER BY d.id DESC LIMIT ?";
    return reading.read(
        sql -> {
          var heads = sql.list(text, row -> delivery(row, List.of()), values.toArray());
          var paged = Cursors.page(heads, page, head -> Long.toString(head.id()));
          var rows = new ArrayList<Delivery>();
          for (var head : paged.rows()) {
            rows.add(withLines(head, sql.list(LINES, Columns::line, head.id())));
          }
          return new Page<>(List.copyOf(rows), paged.next());
        });
  }

  Optional<DeliveryDetail> delivery(long id) {
    return reading.read(
        sql -> {
          var head = delivery(sql, id);
          return head.isEmpty() ? Optional.empty() : Optional.of(detail(sql, head.get()));
        });
  }

  private static DeliveryDetail detail(Sql sql, Delivery head) throws SQLException {
    long id = head.id();
    var mediaType =
        sql.first(
            "SELECT media_type FROM delivery_document WHERE delivery_id = ? AND part = 1",
            row -> row.getString(1),
            id);
    return new DeliveryDetail(
        withLines(head, sql.list(LINES, Columns::line, id)),
        Documents.read(sql, id, Documents.SENT),
        mediaType.orElse(null),
        Documents.read(sql, id, Documents.ANSWER),
        sql.list(PROBLEMS, Problems::read, id));
  }

  static Optional<Delivery> delivery(Sql sql, long id) throws SQLException {
    return sql.first(
        "SELECT " + Columns.DELIVERY + " FROM delivery d WHERE d.id = ?",
        row -> delivery(row, List.of()),
        id);
  }

  static Delivery withLines(Delivery head, List<Delivery.Line> lines) {
    return new Delivery(
        head.id(),
        head.recipient(),
        head.codec(),
        head.reference(),
        head.idempotencyKey(),
        head.state(),
        head.attempts(),
        head.protocol(),
        head.reason(),
        head.createdAt(),
        head.changedAt(),
        head.due(),
        lines);
  }

  private static Delivery delivery(ResultSet row, List<Delivery.Line> lines) throws SQLException {
    return new Delivery(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Columns.idempotencyKey(row.getString(5), row.getInt(6)),
        Codes.deliveryState(row.getInt(7)),
        row.getInt(8),
        row.getString(9),
        row.getString(10),
        Instant.ofEpochMilli(row.getLong(11)),
        Instant.ofEpochMilli(row.getLong(12)),
        Columns.moment(row, 13),
        lines);
  }

  Map<String, ItemHead> items(Collection<String> itemIds) {
    var heads = new HeadReading();
    reading.read(
        sql -> {
          for (var keys : Keys.of(itemIds)) {
            sql.list(keys.text(HeadReading.ROWS), heads::add, keys.values());
          }
          return null;
        });
    return heads.all();
  }

  Map<String, Long> declaredTo(String party, Collection<String> itemIds) {
    var declared = new HashMap<String, Long>();
    reading.read(
        sql -> {
          for (var keys : Keys.of(itemIds)) {
            sql.list(
                keys.text(DECLARED_TO),
                row -> declared.put(row.getString(1), row.getLong(2)),
                keys.values(party));
          }
          return null;
        });
    return declared;
  }
}
