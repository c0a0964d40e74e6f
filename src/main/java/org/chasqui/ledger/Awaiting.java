package org.chasqui.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deliveries that wait for a pre-advice of their declaration's sender that holds the item, each of
 * one line. They are let go in the transaction that records the pre-advice, or when their time is
 * over; then those that fit may share a document ({@link Merging}). A pre-advice that another
 * gateway records at the same moment is seen by neither transaction, so each is looked at again
 * once, a little later.
 */
final class Awaiting {
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  /** What the flow knew of pre-advices when it made the delivery may be as old as this. */
  private static final Duration AT_ONE_TIME = Duration.ofMinutes(10);

  private static final int AT_ONCE = 2_000;

  private static final String ANY = "SELECT 1 FROM delivery WHERE awaits > 0 LIMIT 1";
  private static final String OF_ITEMS =
      "SELECT d.id, d.recipient, m.sender FROM message m CROSS JOIN delivery_line l CROSS JOIN delivery d"
          + " WHERE m.business_key IN (%s) AND m.kind = 1"
          + " AND l.message_id = m.id AND d.id = l.delivery_id AND d.awaits > 0";
  private static final String EARLIER =
      "SELECT d.id FROM message m CROSS JOIN delivery_line l CROSS JOIN delivery d"
          + " WHERE m.business_key = ? AND m.kind = 1 AND m.id < ? AND l.message_id = m.id"
          + " AND l.recipient = ? AND d.id = l.delivery_id AND d.awaits > 0";

  /** By the latest pre-advice of a dispatch that names items, as {@link DispatchItems#LATEST}. */
  private static final String ADVISED =
      "SELECT l.delivery_id, x.dispatch, m.interchange_id, l.recipient FROM delivery_line l"
          + " CROSS JOIN message m CROSS JOIN dispatch_item x"
          + " WHERE l.delivery_id IN (%s) AND m.id = l.message_id"
          + " AND x.item = m.business_key AND x.message_id >= ? AND x.sender = m.sender"
          + " AND NOT EXISTS (SELECT 1 FROM message c WHERE c.business_key = x.dispatch"
          + " AND c.kind = 2 AND c.refused = 0 AND c.id > x.message_id"
          + " AND EXISTS (SELECT 1 FROM dispatch_item y WHERE y.message_id = c.id"
          + " AND y.sender = x.sender)) ORDER BY x.message_id DESC";

  private static final String AGAIN =
      "UPDATE delivery SET look_at = NULL WHERE look_at <= ? AND id IN"
          + " (SELECT id FROM delivery WHERE look_at <= ? ORDER BY look_at LIMIT ?) RETURNING id";
  private static final String OVER =
      "SELECT d.id, d.recipient, m.interchange_id FROM delivery d CROSS JOIN delivery_line l"
          + " CROSS JOIN message m WHERE d.awaits > 0 AND d.awaits <= ? AND d.state = 100"
          + " AND d.attempts = 0 AND l.delivery_id = d.id AND m.id = l.message_id"
          + " ORDER BY d.awaits LIMIT ?";

  /** Nobody is handed it before: it has no {@code sweep_at}. What was ever tried is left alone. */
  private static final String LET_GO =
      "UPDATE delivery SET awaits = NULL, look_at = NULL, due_at = ?, sweep_at = ?,"
          + " bundle = bundle || ?"
          + " WHERE id = ? AND awaits > 0 AND state = 100 AND attempts = 0";

  private final Transaction transaction;
  private final Sql sql;
  private Boolean any;

  Awaiting(Transaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  /** When it is looked again at a delivery that waits from now on. */
  static long lookAgain(long now) {
    return now + LOOK_AGAIN.toMillis();
  }

  /** Whose declarations of which interchange. */
  private record Waiting(String recipient, long interchangeId) {}

  private record Dispatch(String id, String sender) {}

  /** Lets go what the items of pre-advices waited for; the interchange is that of the latter. */
  void advised(long interchangeId, Collection<DispatchItem> carried) throws SQLException {
    if (carried.isEmpty() || !isAny()) {
      return;
    }
    var dispatches = new LinkedHashMap<Dispatch, List<String>>();
    for (var item : carried) {
      var dispatch = new Dispatch(item.dispatch(), item.sender());
      dispatches.computeIfAbsent(dispatch, any -> new ArrayList<>()).add(item.item());
    }
    for (var entry : dispatches.entrySet()) {
      advised(interchangeId, entry.getKey(), entry.getValue());
    }
  }

  private void advised(long interchangeId, Dispatch of, List<String> items) throws SQLException {
    record Declared(long id, String recipient, String by) {}
    var gone = new TreeMap<String, Integer>();
    for (var keys : Keys.of(items)) {
      var waiting =
          sql.list(
              keys.text(OF_ITEMS),
              row -> new Declared(row.getLong(1), row.getString(2), row.getString(3)),
              keys.values());
      for (var delivery : waiting) {
        if (delivery.by().equals(of.sender())) {
          gone.merge(delivery.recipient(), letGo(delivery.id(), of.id()), Integer::sum);
        }
      }
    }
    gone.forEach((party, lines) -> advised(party, interchangeId, of.id(), lines));
  }

  private void advised(String party, long interchangeId, String dispatch, int lines) {
    if (lines > 0) {
      transaction.event(
          "preadvised",
          party,
          interchangeId,
          0,
          Map.of("dispatch", dispatch, "lines", Integer.toString(lines)));
    }
  }

  /** Asked once: a transaction looks when it has written its own deliveries. */
  private boolean isAny() throws SQLException {
    if (any == null) {
      any = sql.number(ANY) != 0;
    }
    return any;
  }

  /** So that those of one dispatch share documents with each other alone. */
  private int letGo(long id, String mark) throws SQLException {
    long now = transaction.now();
    return sql.update(LET_GO, now, now, "|" + mark, id);
  }

  /**
   * A later version that need not wait lets those before it go: it must not wait for them, nor pass
   * them.
   */
  void overtaken(long interchangeId, String recipient, String item, long messageId)
      throws SQLException {
    if (!isAny()) {
      return;
    }
    for (var id : sql.list(EARLIER, row -> row.getLong(1), item, messageId, recipient)) {
      if (letGo(id, "") > 0) {
        ended(recipient, interchangeId, "overtaken", 1);
      }
    }
  }

  private void ended(String party, long interchangeId, String reason, int lines) {
    transaction.event(
        "unadvised",
        party,
        interchangeId,
        0,
        Map.of("reason", reason, "lines", Integer.toString(lines)));
  }

  /** Lets go those whose item a pre-advice holds that the flow did not know of yet. */
  void look(Collection<Long> ids) throws SQLException {
    record Found(long id, String dispatch, long interchangeId, String recipient) {}
    record Advice(String dispatch, long interchangeId, String recipient) {}
    var since = Ids.floor(Instant.ofEpochMilli(transaction.now()).minus(AT_ONE_TIME));
    var gone = new LinkedHashMap<Advice, Integer>();
    for (var keys : Keys.of(ids)) {
      var found =
          sql.list(
              keys.text(ADVISED),
              row -> new Found(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)),
              keys.values(since));
      for (var one : found) {
        var advice = new Advice(one.dispatch(), one.interchangeId(), one.recipient());
        gone.merge(advice, letGo(one.id(), one.dispatch()), Integer::sum);
      }
    }
    gone.forEach(
        (advice, lines) ->
            advised(advice.recipient(), advice.interchangeId(), advice.dispatch(), lines));
  }

  /** Looks again at what is new, and lets go what has waited long enough. */
  void sweep(long now) throws SQLException {
    record Over(long id, Waiting of) {}
    look(sql.list(AGAIN, row -> row.getLong(1), now, now, AT_ONCE));
    var over =
        sql.list(
            OVER,
            row -> new Over(row.getLong(1), new Waiting(row.getString(2), row.getLong(3))),
            now,
            AT_ONCE);
    var ended = new LinkedHashMap<Waiting, Integer>();
    for (var delivery : over) {
      if (letGo(delivery.id(), "") > 0) {
        ended.merge(delivery.of(), 1, Integer::sum);
      }
    }
    ended.forEach((of, lines) -> ended(of.recipient(), of.interchangeId(), "limit", lines));
  }
}
