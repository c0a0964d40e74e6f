package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Submissions that wait for decisions, pushed to our door or polled for: a decisive one confirms
 * its item, and with the last the submission ends. What is held or asked about goes on being
 * polled.
 */
final class Pushes {
  private static final String LINES =
      "SELECT l.delivery_id, l.message_id, d.kind FROM message m CROSS JOIN message o"
          + " CROSS JOIN delivery_line l CROSS JOIN delivery d"
          + " WHERE m.interchange_id = ? AND m.position >= ? AND m.position <= ?"
          + " AND m.decisive = 1 AND m.decided_by = ?"
          + " AND o.business_key = m.business_key AND o.kind = 1"
          + " AND l.message_id = o.id AND l.recipient = ? AND l.state = 100"
          + " AND d.id = l.delivery_id AND d.state IN (300, 310) ORDER BY l.delivery_id";
  private static final String CONFIRM_LINE =
      "UPDATE delivery_line SET state = 400 WHERE delivery_id = ? AND message_id = ?"
          + " AND state = 100";
  private static final String CONFIRM =
      "UPDATE delivery SET open = open - 1, changed_at = ?,"
          + " state = CASE WHEN open = 1 THEN 400 ELSE state END WHERE id = ? AND state = 300";

  private Pushes() {}

  /** A line that a pushed decision speaks about. */
  private record Line(long delivery, long message, int kind) {}

  static void confirm(Transaction transaction, String party, long interchangeId, int from, int to)
      throws SQLException {
    List<Line> lines =
        transaction
            .sql()
            .list(
                LINES,
                row -> new Line(row.getLong(1), row.getLong(2), row.getInt(3)),
                interchangeId,
                from,
                to,
                party,
                party);
    for (var line : lines) {
      confirm(transaction, party, line);
    }
  }

  private static void confirm(Transaction transaction, String party, Line line)
      throws SQLException {
    var sql = transaction.sql();
    if (sql.update(CONFIRM_LINE, line.delivery(), line.message()) == 0) {
      return;
    }
    sql.update(CONFIRM, transaction.now(), line.delivery());
    transaction.tally(party, Delta.standing(-1, 0));
    Finishing.delivered(transaction, line.delivery(), party, line.kind(), null, 1);
    boolean whole = sql.number("SELECT open FROM delivery WHERE id = ?", line.delivery()) == 0;
    if (whole) {
      transaction.event("delivered", party, 0, line.delivery(), Map.of("pushed", "true"));
    }
  }
}
