package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Removes the content of what is finished and old: raw bytes, messages but for decisions,
 * documents. Digests stay, so that the chain of events can still be verified.
 */
final class Purging {
  private static final int AT_ONCE = 50;
  private static final String INTERCHANGES =
      "SELECT i.id, i.party FROM interchange i WHERE i.id > ? AND i.id < ? AND i.purged = 0"
          + " AND i.state >= 300 AND i.received_at < ? AND NOT EXISTS"
          + " (SELECT 1 FROM message m JOIN delivery_line l ON l.message_id = m.id"
          + " JOIN delivery d ON d.id = l.delivery_id"
          + " WHERE m.interchange_id = i.id AND (d.state <> 400 OR d.parked > 0))"
          + " ORDER BY i.id LIMIT ?";
  private static final String DELIVERIES =
      "SELECT d.id, d.recipient FROM delivery d WHERE d.id > ? AND d.id < ? AND d.purged = 0"
          + " AND d.state = 400 AND d.parked = 0 AND d.changed_at < ? ORDER BY d.id LIMIT ?";

  private static final String FORGET =
      "DELETE FROM dispatch_item WHERE message_id IN"
          + " (SELECT id FROM message WHERE interchange_id = ? AND kind = 2)";
  private static final String ENDED =
      "DELETE FROM alarm WHERE state >= 300 AND ended_at < ? AND id IN"
          + " (SELECT id FROM alarm WHERE state >= 300 AND ended_at < ? LIMIT 1000)";

  private final Writer writer;
  private final Reading reading;

  Purging(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  /** A row to purge and its party. */
  private record Old(long id, String party) {
    static Old of(ResultSet row) throws SQLException {
      return new Old(row.getLong(1), row.getString(2));
    }
  }

  /** How one kind of row is purged. */
  private interface Step {
    void purge(Transaction transaction, Old old) throws SQLException;
  }

  int purge(Instant before) {
    long moment = before.toEpochMilli();
    int forgotten;
    do {
      forgotten = writer.write(transaction -> transaction.sql().update(ENDED, moment, moment));
    } while (forgotten > 0);
    return walk(INTERCHANGES, before, Purging::interchange)
        + walk(DELIVERIES, before, Purging::delivery);
  }

  private int walk(String text, Instant before, Step step) {
    // an id can be some seconds older or younger than its row
    long ceiling = Ids.floor(before.plusSeconds(86_400));
    int purged = 0;
    long after = 0;
    while (true) {
      var some = page(text, after, ceiling, before);
      if (some.isEmpty()) {
        return purged;
      }
      for (var old : some) {
        writer.write(
            transaction -> {
              step.purge(transaction, old);
              return null;
            });
      }
      purged += some.size();
      after = some.getLast().id();
    }
  }

  private List<Old> page(String text, long after, long ceiling, Instant before) {
    return reading.read(
        sql -> sql.list(text, Old::of, after, ceiling, before.toEpochMilli(), AT_ONCE));
  }

  private static void interchange(Transaction transaction, Old old) throws SQLException {
    var sql = transaction.sql();
    int changed =
        sql.update("UPDATE interchange SET purged = 1 WHERE id = ? AND purged = 0", old.id());
    if (changed == 0) {
      return;
    }
    var digests = new ArrayList<Object[]>();
    sql.list(
        "SELECT id, json FROM message WHERE interchange_id = ? AND kind <> 4"
            + " AND json IS NOT NULL",
        row ->
            digests.add(new Object[] {Digests.of(Packed.unpack(row.getBytes(2))), row.getLong(1)}),
        old.id());
    sql.batch("UPDATE message SET digest = ?, json = NULL WHERE id = ?", digests);
    sql.update("DELETE FROM raw_piece WHERE interchange_id = ?", old.id());
    sql.update(FORGET, old.id());
    transaction.event("purged", old.party(), old.id(), 0, Map.of());
  }

  private static void delivery(Transaction transaction, Old old) throws SQLException {
    var sql = transaction.sql();
    if (sql.update("UPDATE delivery SET purged = 1 WHERE id = ? AND purged = 0", old.id()) == 0) {
      return;
    }
    sql.update("DELETE FROM delivery_document WHERE delivery_id = ?", old.id());
    transaction.event("purged", old.party(), 0, old.id(), Map.of());
  }
}
