package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Documents that parties fetch and acknowledge. */
final class Outbox {
  private static final int ATTEMPT = 200;
  private static final String OFFERED =
      "SELECT about, kind, open FROM delivery WHERE id = ? AND recipient = ?";
  private static final String FETCHED =
      "UPDATE delivery SET state = 400, open = 0, changed_at = ?, sweep_at = NULL,"
          + " due_at = NULL WHERE id = ? AND recipient = ? AND state = 250";

  private final Writer writer;
  private final Reading reading;

  Outbox(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  List<OutboxEntry> list(String party, int limit) {
    return reading.read(
        sql ->
            sql.list(
                "SELECT d.id, d.offered_at, d.codec, d.reference, x.media_type, d.open, x.content"
                    + " FROM delivery d LEFT JOIN delivery_document x"
                    + " ON x.delivery_id = d.id AND x.part = 1"
                    + " WHERE d.recipient = ? AND d.state = 250"
                    + " ORDER BY d.offered_at, d.id LIMIT ?",
                row ->
                    new OutboxEntry(
                        row.getLong(1),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        Packed.unpack(row.getBytes(7))),
                party,
                Limits.page(limit)));
  }

  List<Long> offered(String party, int limit) {
    return reading.read(
        sql ->
            sql.list(
                "SELECT id FROM delivery WHERE recipient = ? AND state = 250"
                    + " ORDER BY offered_at, id LIMIT ?",
                row -> row.getLong(1),
                party,
                Limits.page(limit)));
  }

  int acknowledge(String party, Collection<Long> deliveryIds) {
    int acknowledged = 0;
    var ids = List.copyOf(new TreeSet<>(deliveryIds));
    for (int from = 0; from < ids.size(); from += ATTEMPT) {
      var some = ids.subList(from, Math.min(ids.size(), from + ATTEMPT));
      acknowledged += writer.write(transaction -> acknowledge(transaction, party, some));
    }
    return acknowledged;
  }

  private static int acknowledge(Transaction transaction, String party, List<Long> ids)
      throws SQLException {
    int acknowledged = 0;
    for (var id : ids) {
      acknowledged += acknowledge(transaction, party, id) ? 1 : 0;
    }
    return acknowledged;
  }

  /** What is offered under an id. */
  private record Offered(String about, int kind, long open) {
    static Offered of(ResultSet row) throws SQLException {
      return new Offered(row.getString(1), row.getInt(2), row.getLong(3));
    }
  }

  private static boolean acknowledge(Transaction transaction, String party, long id)
      throws SQLException {
    var sql = transaction.sql();
    var offered = sql.first(OFFERED, Offered::of, id, party);
    int changed = sql.update(FETCHED, transaction.now(), id, party);
    if (changed == 0 || offered.isEmpty()) {
      return false;
    }
    var entry = offered.get();
    transaction.tally(party, Delta.standing(-entry.open(), 0));
    Finishing.delivered(transaction, id, party, entry.kind(), entry.about(), entry.open());
    transaction.event(
        entry.about() == null ? "delivered" : "told",
        party,
        0,
        id,
        Map.of("lines", Long.toString(entry.open()), "acknowledged", "true"));
    return true;
  }
}
