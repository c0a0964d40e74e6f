package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.Map;

/** Gives parked deliveries, or the parked lines of one, another attempt. */
final class Parking {
  private static final String MATERIALISE =
      "UPDATE delivery_line SET state = ? WHERE delivery_id = ? AND state = 100";

  /** A line that a later version has overtaken stays parked: versions never go backwards. */
  private static final String REVIVE =
      "UPDATE delivery_line SET state = 100 WHERE delivery_id = ? AND state = 800"
          + " AND NOT EXISTS (SELECT 1 FROM message m CROSS JOIN delivery_line l"
          + " CROSS JOIN delivery d WHERE l.message_id = m.id AND d.id = l.delivery_id"
          + " AND m.business_key = delivery_line.item AND m.kind = delivery_line.kind"
          + " AND m.version > delivery_line.version AND l.recipient = delivery_line.recipient"
          + " AND (l.state = 400 OR (l.state = 100 AND d.state IN (250, 300, 310, 400))))";

  private static final String READY =
      "UPDATE delivery SET state = 100, attempts = 0, polls = 0, replays = replays + 1,"
          + " open = ?, parked = ?, cut = ?, reason = NULL, token = 0, due_at = ?, sweep_at = ?,"
          + " changed_at = ? WHERE id = ?";

  private final Writer writer;

  Parking(Writer writer) {
    this.writer = writer;
  }

  /** A delivery with something parked. */
  private record Parked(String recipient, int state, int total, long parked, int cut) {}

  boolean replay(long id, String byParty) {
    return writer.write(transaction -> replay(transaction, id, byParty));
  }

  private static boolean replay(Transaction transaction, long id, String byParty)
      throws SQLException {
    var sql = transaction.sql();
    // the update takes the row, so that two nodes replay one after the other
    sql.update("UPDATE delivery SET changed_at = changed_at WHERE id = ?", id);
    var found =
        sql.first(
            "SELECT recipient, state, total, parked, cut FROM delivery"
                + " WHERE id = ? AND state IN (400, 800) AND parked > 0 AND purged = 0",
            row ->
                new Parked(
                    row.getString(1), row.getInt(2), row.getInt(3), row.getLong(4), row.getInt(5)),
            id);
    return found.isPresent() && replay(transaction, id, found.get(), byParty);
  }

  private static boolean replay(Transaction transaction, long id, Parked delivery, String byParty)
      throws SQLException {
    var sql = transaction.sql();
    long following = sql.update(MATERIALISE, delivery.state(), id);
    long revived = sql.update(REVIVE, id);
    boolean whole = delivery.total() == 0;
    if (revived == 0 && !whole) {
      return false;
    }
    boolean sameLines =
        delivery.state() == DeliveryState.PARKED.code()
            && following == revived
            && (whole || following == delivery.parked());
    long left = whole ? 0 : delivery.parked() - revived;
    long now = transaction.now();
    int cut = delivery.cut() + (sameLines ? 0 : 1);
    sql.update(READY, revived, left, cut, now, now, now, id);
    transaction.tally(delivery.recipient(), Delta.standing(revived, left - delivery.parked()));
    transaction.event(
        "replayed",
        delivery.recipient(),
        0,
        id,
        Map.of("lines", Long.toString(revived), "by", String.valueOf(byParty)));
    return true;
  }
}
