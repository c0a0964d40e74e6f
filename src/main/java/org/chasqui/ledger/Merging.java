package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Makes one delivery of several that wait for the same document (see {@link Gathering}). Only ones
 * that nobody has tried yet, nor held back: nothing outside knows of them, so none is missed.
 *
 * <p>Lines move to the older delivery, which keeps the order of versions: versioned deliveries
 * never gather, so that a later version's delivery is younger than any that carries the first.
 */
final class Merging {
  private static final String FRESH =
      " AND state = 100 AND attempts = 0 AND replays = 0 AND reason IS NULL";
  private static final String WAITING =
      "SELECT id, recipient, bundle, most, open FROM delivery WHERE sweep_at <= ?"
          + " AND bundle IS NOT NULL"
          + FRESH
          + " ORDER BY sweep_at LIMIT ?";
  private static final String HOLD = "UPDATE delivery SET bundle = bundle WHERE id = ?" + FRESH;
  private static final String MOVE =
      "UPDATE delivery_line SET delivery_id = ? WHERE delivery_id = ?";
  private static final String GROW =
      "UPDATE delivery SET total = total + ?, open = open + ? WHERE id = ?";

  /** Looked at in one sweep. */
  private static final int PAGE = 4_000;

  private Merging() {}

  private record Waiting(long id, String recipient, String bundle, int most, int lines) {
    /** Those for one document stand together, the oldest first. */
    static final Comparator<Waiting> ORDER =
        Comparator.comparing(Waiting::recipient)
            .thenComparing(Waiting::bundle)
            .thenComparingLong(Waiting::id);

    static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getInt(5));
    }

    boolean takes(Waiting other, int already) {
      return recipient.equals(other.recipient)
          && Objects.equals(bundle, other.bundle)
          && already + other.lines <= most;
    }
  }

  /** Joins what is due at this moment. */
  static void merge(Sql sql, long now) throws SQLException {
    var waiting = new ArrayList<>(sql.list(WAITING, Waiting::of, now, PAGE));
    waiting.sort(Waiting.ORDER);
    for (int from = 0; from < waiting.size(); ) {
      int to = from + 1;
      int lines = waiting.get(from).lines();
      while (to < waiting.size() && waiting.get(from).takes(waiting.get(to), lines)) {
        lines += waiting.get(to++).lines();
      }
      join(sql, waiting.get(from), waiting.subList(from + 1, to));
      from = to;
    }
  }

  /** Holds each row before it moves anything: on PostgreSQL another gateway may claim meanwhile. */
  private static void join(Sql sql, Waiting oldest, List<Waiting> others) throws SQLException {
    if (others.isEmpty() || sql.update(HOLD, oldest.id()) == 0) {
      return;
    }
    int moved = 0;
    for (var other : others) {
      if (sql.update(HOLD, other.id()) > 0) {
        sql.update(MOVE, oldest.id(), other.id());
        sql.update("DELETE FROM delivery WHERE id = ?", other.id());
        moved += other.lines();
      }
    }
    sql.update(GROW, moved, moved, oldest.id());
  }
}
