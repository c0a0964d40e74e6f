package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what stands still, and what an earlier life of this node left behind. */
final class Sweeping {
  private static final String INTERCHANGES =
      "UPDATE interchange SET sweep_at = ?, node = ? WHERE sweep_at <= ? AND id IN"
          + " (SELECT id FROM interchange WHERE sweep_at <= ? ORDER BY sweep_at LIMIT ?)"
          + " RETURNING id, party";
  private static final String DELIVERIES =
      "UPDATE delivery SET sweep_at = ?, node = ? WHERE sweep_at <= ? AND id IN"
          + " (SELECT id FROM delivery WHERE sweep_at <= ? ORDER BY sweep_at LIMIT ?)"
          + " RETURNING id, recipient, state";

  private final Writer writer;

  Sweeping(Writer writer) {
    this.writer = writer;
  }

  List<Work> due(Instant now, Duration handedFor, int limit) {
    int page = Limits.page(limit);
    return writer.write(transaction -> due(transaction, now, handedFor, page));
  }

  private static List<Work> due(
      Transaction transaction, Instant moment, Duration handedFor, int limit) throws SQLException {
    var sql = transaction.sql();
    long now = moment.toEpochMilli();
    long until = now + handedFor.toMillis();
    var node = transaction.node();
    var interchanges =
        sql.list(
            INTERCHANGES,
            row -> new Work(Work.Kind.INTERPRET, row.getLong(1), row.getString(2)),
            until,
            node,
            now,
            now,
            (limit + 1) / 2);
    int left = limit - interchanges.size();
    var found = new ArrayList<>(interchanges);
    if (left > 0) {
      new Awaiting(transaction).sweep(now);
      Merging.merge(sql, now);
      found.addAll(sql.list(DELIVERIES, Sweeping::work, until, node, now, now, left));
    }
    found.sort(Comparator.comparingLong(Work::id));
    return found;
  }

  private static Work work(ResultSet row) throws SQLException {
    boolean submitted = row.getInt(3) >= DeliveryState.SUBMITTED.code();
    return new Work(
        submitted ? Work.Kind.POLL : Work.Kind.DELIVER, row.getLong(1), row.getString(2));
  }

  int recover() {
    return writer.write(Sweeping::recover);
  }

  private static int recover(Transaction transaction) throws SQLException {
    var sql = transaction.sql();
    long now = transaction.now();
    var node = transaction.node();
    int given = Intake.removeLeftovers(transaction);
    given +=
        sql.update(
            "UPDATE interchange SET state = 100, token = 0, due_at = ?, sweep_at = ?"
                + " WHERE sweep_at IS NOT NULL AND state = 200 AND node = ?",
            now,
            now,
            node);
    given +=
        sql.update(
            "UPDATE delivery SET state = CASE WHEN state = 310 THEN 300 ELSE 100 END,"
                + " token = 0, due_at = ?, sweep_at = ?"
                + " WHERE sweep_at IS NOT NULL AND state IN (200, 310) AND node = ?",
            now,
            now,
            node);
    // what was handed to a queue that may be gone
    sql.update(
        "UPDATE interchange SET sweep_at = due_at WHERE sweep_at > due_at AND node = ?", node);
    sql.update("UPDATE delivery SET sweep_at = due_at WHERE sweep_at > due_at AND node = ?", node);
    return given;
  }
}
