package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Gives lines that found no room in a document a delivery of their own, which leaves at once. It
 * keeps the place of the first in the order of versions: a later version of one of its items still
 * waits for it.
 */
final class Splitting {
  private static final String INSERT =
      "INSERT INTO delivery (id, recipient, codec, reference, idempotency_key, about, kind, total,"
          + " open, versioned, state, created_at, changed_at, due_at, sweep_at, node, place)"
          + " SELECT ?, recipient, codec, ?, ?, about, kind, ?, ?, versioned, 100, created_at, ?,"
          + " ?, ?, node, COALESCE(place, id) FROM delivery"
          + " WHERE id = ? AND token = ? AND state = 200";
  private static final String MOVE =
      "UPDATE delivery_line SET delivery_id = ?"
          + " WHERE delivery_id = ? AND message_id = ? AND state = 100";
  private static final String SHRINK =
      "UPDATE delivery SET total = total - ?, open = open - ? WHERE id = ? AND token = ?";

  private final Writer writer;

  Splitting(Writer writer) {
    this.writer = writer;
  }

  DeliveryClaim split(
      DeliveryClaim claim,
      List<Long> messageIds,
      long rest,
      String reference,
      String idempotencyKey) {
    writer.write(
        transaction -> {
          open(transaction, claim, messageIds.size(), rest, reference, idempotencyKey);
          move(transaction, claim, messageIds, rest);
          tell(transaction, claim, messageIds.size(), rest);
          return rest;
        });
    var moved = new HashSet<>(messageIds);
    return claim.with(
        claim.lines().stream().filter(line -> !moved.contains(line.messageId())).toList());
  }

  private static void open(
      Transaction transaction,
      DeliveryClaim claim,
      int lines,
      long rest,
      String reference,
      String idempotencyKey)
      throws SQLException {
    long now = transaction.now();
    int opened =
        transaction
            .sql()
            .update(
                INSERT,
                rest,
                reference,
                idempotencyKey,
                lines,
                lines,
                now,
                now,
                now,
                claim.id(),
                claim.token());
    if (opened == 0) {
      throw new LedgerException("the claim of delivery " + claim.id() + " was lost");
    }
  }

  private static void move(
      Transaction transaction, DeliveryClaim claim, List<Long> messageIds, long rest)
      throws SQLException {
    var sql = transaction.sql();
    int moved = 0;
    for (var message : messageIds) {
      moved += sql.update(MOVE, rest, claim.id(), message);
    }
    if (moved != messageIds.size()) {
      throw new LedgerException("lines that are not open in delivery " + claim.id());
    }
    sql.update(SHRINK, moved, moved, claim.id(), claim.token());
  }

  private static void tell(Transaction transaction, DeliveryClaim claim, int lines, long rest) {
    var detail = new HashMap<String, String>();
    detail.put("lines", Integer.toString(lines));
    detail.put("delivery", Long.toString(rest));
    transaction.event("split", claim.recipient(), 0, claim.id(), detail);
  }
}
