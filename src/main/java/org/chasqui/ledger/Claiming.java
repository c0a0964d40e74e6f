package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Gives one worker the right to make one attempt at a delivery. */
final class Claiming {
  /** A delivery held back by the order of versions is looked at again after this time. */
  private static final long ORDER_WAIT = 500;

  private static final String CLAIM =
      "UPDATE delivery SET attempts = attempts + CASE WHEN state < 300 THEN 1 ELSE 0 END,"
          + " polls = polls + CASE WHEN state >= 300 THEN 1 ELSE 0 END,"
          + " state = CASE WHEN state >= 300 THEN 310 ELSE 200 END,"
          + " token = ?, due_at = ?, sweep_at = ?, node = ?, changed_at = ?"
          + " WHERE id = ? AND state IN (100, 200, 300, 310) AND due_at <= ?"
          + " AND awaits IS NULL";

  /**
   * An earlier version in an earlier delivery that is still on its way to the same party:
   * deliveries wait for older ones only, so never for each other. Offered ones do not count: the
   * outbox keeps their order. Parked ones do not: a later version must not wait for a person. One
   * that was submitted counts until the party says anything of the item: from then on the party has
   * it, and what changes it need not wait for the decision.
   */
  private static final String EARLIER =
      "SELECT 1 FROM delivery own CROSS JOIN delivery_line mine CROSS JOIN message m"
          + " CROSS JOIN delivery_line l CROSS JOIN delivery d"
          + " WHERE own.id = ? AND mine.delivery_id = own.id AND mine.state = 100"
          + " AND m.business_key = mine.item AND m.kind = mine.kind AND m.version < mine.version"
          + " AND l.message_id = m.id AND l.delivery_id <> mine.delivery_id"
          + " AND l.recipient = mine.recipient AND l.state = 100 AND d.id = l.delivery_id"
          + " AND COALESCE(d.place, d.id) < COALESCE(own.place, own.id)"
          + " AND (d.state IN (100, 200)"
          + " OR ((d.state = 310 OR (d.state = 300 AND d.due_at IS NOT NULL))"
          + " AND NOT EXISTS (SELECT 1 FROM message a WHERE a.business_key = mine.item"
          + " AND a.kind = 4 AND a.refused = 0 AND a.decided_by = mine.recipient"
          + " AND a.id > l.message_id))) LIMIT 1";

  private static final String READ =
      "SELECT d.id, d.recipient, d.codec, d.reference, d.idempotency_key, d.cut, d.state,"
          + " d.attempts, d.polls, d.protocol, d.created_at, d.submitted_at, d.token,"
          + " CASE WHEN d.state = 310 THEN NULL ELSE x.content END, x.media_type FROM delivery d LEFT JOIN delivery_document x"
          + " ON x.delivery_id = d.id AND x.part = 1 AND x.cut = d.cut WHERE d.id = ?";
  private static final String LINES =
      "SELECT l.message_id, l.item, l.version, m.json FROM delivery_line l"
          + " JOIN message m ON m.id = l.message_id"
          + " WHERE l.delivery_id = ? AND l.state = 100 ORDER BY l.message_id";

  private final Writer writer;
  private final Reading reading;
  private final Ids ids;

  Claiming(Writer writer, Reading reading, Ids ids) {
    this.writer = writer;
    this.reading = reading;
    this.ids = ids;
  }

  Optional<DeliveryClaim> claim(long id, Duration lease) {
    long token = ids.next();
    boolean claimed = writer.write(transaction -> take(transaction, id, lease, token));
    return claimed ? reading.read(sql -> read(sql, id, token)) : Optional.empty();
  }

  private static boolean take(Transaction transaction, long id, Duration lease, long token)
      throws SQLException {
    var sql = transaction.sql();
    long now = transaction.now();
    boolean mustWait =
        sql.number("SELECT versioned FROM delivery WHERE id = ? AND state IN (100, 200)", id) == 1
            && sql.number(EARLIER, id) == 1;
    if (mustWait) {
      sql.update(
          "UPDATE delivery SET sweep_at = ? WHERE id = ? AND state = 100 AND awaits IS NULL",
          now + ORDER_WAIT,
          id);
      return false;
    }
    long until = now + lease.toMillis();
    return sql.update(CLAIM, token, until, until, transaction.node(), now, id, now) > 0;
  }

  private static Optional<DeliveryClaim> read(Sql sql, long id, long token) throws SQLException {
    var claim = sql.first(READ, Claiming::claim, id).filter(found -> found.token() == token);
    return claim.isEmpty()
        ? claim
        : Optional.of(claim.get().with(sql.list(LINES, Claiming::line, id)));
  }

  private static DeliveryClaim.Line line(ResultSet row) throws SQLException {
    return new DeliveryClaim.Line(
        row.getLong(1), row.getString(2), row.getInt(3), Packed.unpack(row.getBytes(4)));
  }

  private static DeliveryClaim claim(ResultSet row) throws SQLException {
    boolean polling = Codes.deliveryState(row.getInt(7)) == DeliveryState.POLLING;
    return new DeliveryClaim(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        Columns.idempotencyKey(row.getString(5), row.getInt(6)),
        polling ? row.getInt(9) : row.getInt(8),
        polling,
        row.getString(10),
        Instant.ofEpochMilli(row.getLong(11)),
        Columns.moment(row, 12),
        Packed.unpack(row.getBytes(14)),
        row.getString(15),
        List.of(),
        row.getLong(13));
  }
}
