package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Holds deliveries back while their party is closed, and tells which wait. No attempt is counted
 * for that.
 */
public final class Holding {
  private static final String HOLD =
      "UPDATE delivery SET sweep_at = ? WHERE id = ? AND sweep_at IS NOT NULL"
          + " AND (state IN (100, 300) OR (state IN (200, 310) AND due_at <= ?))";
  private static final String TELL =
      "UPDATE delivery SET held_until = ? WHERE id = ?"
          + " AND (held_until IS NULL OR held_until <> ?)";
  private static final int AT_ONCE = 100;
  private static final String HELD =
      "SELECT DISTINCT d.id, d.recipient, d.held_until, d.awaits FROM delivery_line l"
          + " JOIN delivery d ON d.id = l.delivery_id WHERE (d.held_until > ? OR d.awaits > ?)"
          + " AND d.state IN (100, 200, 300, 310) AND l.message_id IN (?"
          + ",?".repeat(AT_ONCE - 1)
          + ") ORDER BY d.id";

  private static final String AWAITING = "SELECT COUNT(*) FROM delivery WHERE awaits > 0";

  private final Writer writer;
  private final Reading reading;

  Holding(Writer writer, Reading reading) {
    this.writer = writer;
    this.reading = reading;
  }

  /**
   * Makes deliveries of a party due when it opens, but for those that a worker has. Writes the
   * event {@code closed} once for each delivery and opening time.
   */
  public void hold(String party, Collection<Long> deliveryIds, Instant until) {
    writer.write(
        transaction -> {
          for (long id : deliveryIds) {
            hold(transaction, party, id, until);
          }
          return true;
        });
  }

  private static void hold(Transaction transaction, String party, long id, Instant until)
      throws SQLException {
    var sql = transaction.sql();
    long opening = until.toEpochMilli();
    if (sql.update(HOLD, opening, id, transaction.now()) > 0
        && sql.update(TELL, opening, id, opening) > 0) {
      transaction.event("closed", party, 0, id, Map.of("until", until.toString()));
    }
  }

  /** The deliveries of these messages that wait for a moment after this one. */
  public List<Held> held(Collection<Long> messageIds, Instant now) {
    var wanted = List.copyOf(messageIds);
    return reading.read(
        sql -> {
          var found = new ArrayList<Held>();
          for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            var some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
            var values = new ArrayList<Object>(AT_ONCE + 2);
            values.add(now.toEpochMilli());
            values.add(now.toEpochMilli());
            values.addAll(some);
            values.addAll(Collections.nCopies(AT_ONCE - some.size(), some.getLast()));
            found.addAll(sql.list(HELD, Holding::held, values.toArray()));
          }
          return found.stream().distinct().toList();
        });
  }

  /** How many deliveries, each of one line, wait for a pre-advice. */
  public long awaiting() {
    return reading.read(sql -> sql.number(AWAITING));
  }

  private static Held held(ResultSet row) throws SQLException {
    var awaits = Columns.moment(row, 4);
    return new Held(
        row.getLong(1),
        row.getString(2),
        awaits == null ? Instant.ofEpochMilli(row.getLong(3)) : awaits,
        awaits == null ? Held.For.OPENING : Held.For.PREADVICE);
  }
}
