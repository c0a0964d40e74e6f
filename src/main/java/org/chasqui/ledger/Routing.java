package org.chasqui.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.message.MessageKind;

/** Writes the deliveries of a recorded part, and lets its decisions decide declarations. */
final class Routing {
  private static final String INSERT =
      "INSERT INTO delivery (id, recipient, codec, reference, idempotency_key, about, kind, total,"
          + " open, versioned, state, created_at, changed_at, due_at, sweep_at, node, bundle,"
          + " most, awaits, look_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String INSERT_LINE =
      "INSERT INTO delivery_line (delivery_id, message_id, recipient, item, kind, version,"
          + " decisive) VALUES (?,?,?,?,?,?,?)";

  /**
   * A decision speaks about what the administration has seen: every line of the item that was
   * attempted, so that a decision on a later version also closes the earlier ones.
   */
  private static final String DECIDE =
      "UPDATE delivery_line SET decided = 1 WHERE decided = 0 AND state < 800 AND kind = 1"
          + " AND recipient = ? AND message_id IN (SELECT o.id FROM message m"
          + " JOIN message o ON o.business_key = m.business_key AND o.kind = 1"
          + " WHERE m.interchange_id = ? AND m.position >= ? AND m.position <= ?"
          + " AND m.decisive = 1 AND m.decided_by = ?)"
          + " AND EXISTS (SELECT 1 FROM delivery d WHERE d.id = delivery_line.delivery_id"
          + " AND d.state <> 800 AND d.attempts + d.replays > 0)";

  private static final int DECLARATION = Codes.of(MessageKind.ITEM_DECLARATION);

  private final Duration firstHandOver;

  Routing(Duration firstHandOver) {
    this.firstHandOver = firstHandOver;
  }

  /** What a line needs to know of its message. */
  private record Carried(long id, int kind, String item, int version, int decisive) {}

  void route(Transaction transaction, long interchangeId, Interpretation part) throws SQLException {
    decide(transaction, interchangeId, part);
    var known = new HashMap<Long, Carried>();
    for (var message : part.messages()) {
      known.put(
          message.id(),
          new Carried(
              message.id(),
              Codes.of(message.kind()),
              message.businessKey(),
              message.version(),
              Codes.flag(message.decisive())));
    }
    for (var delivery : part.deliveries()) {
      write(transaction, delivery, carried(transaction.sql(), delivery, known));
    }
    await(transaction, interchangeId, part.deliveries(), known);
  }

  /**
   * Tells what waits for a pre-advice, looks whether it is there meanwhile, and lets go what a
   * later version that does not wait comes after.
   */
  private static void await(
      Transaction transaction,
      long interchangeId,
      List<NewDelivery> deliveries,
      Map<Long, Carried> known)
      throws SQLException {
    var awaiting = new Awaiting(transaction);
    var told = new TreeMap<String, TreeMap<Instant, Integer>>();
    var waiting = new ArrayList<Long>();
    for (var delivery : deliveries) {
      if (delivery.awaits() != null) {
        waiting.add(delivery.id());
        told.computeIfAbsent(delivery.recipient(), any -> new TreeMap<>())
            .merge(delivery.awaits(), delivery.messageIds().size(), Integer::sum);
        continue;
      }
      for (var id : delivery.messageIds()) {
        var line = known.get(id);
        if (line != null && line.version() > 1 && line.kind() == DECLARATION) {
          awaiting.overtaken(interchangeId, delivery.recipient(), line.item(), id);
        }
      }
    }
    told.forEach(
        (party, times) ->
            times.forEach((until, lines) -> tell(transaction, interchangeId, party, until, lines)));
    awaiting.look(waiting);
  }

  private static void tell(
      Transaction transaction, long interchangeId, String party, Instant until, int lines) {
    var detail = Map.of("until", until.toString(), "lines", Integer.toString(lines));
    transaction.event("awaiting", party, interchangeId, 0, detail);
  }

  /** Writes a delivery of messages that are recorded already. */
  void deliver(Transaction transaction, NewDelivery delivery) throws SQLException {
    write(transaction, delivery, carried(transaction.sql(), delivery, Map.of()));
  }

  private static List<Carried> carried(Sql sql, NewDelivery delivery, Map<Long, Carried> known)
      throws SQLException {
    var lines = new ArrayList<Carried>();
    for (var id : delivery.messageIds()) {
      var line = known.get(id);
      lines.add(line == null ? earlier(sql, id) : line);
    }
    return lines;
  }

  private static Carried earlier(Sql sql, long id) throws SQLException {
    return sql.first(
            "SELECT kind, business_key, version, decisive FROM message WHERE id = ?",
            row -> new Carried(id, row.getInt(1), row.getString(2), row.getInt(3), row.getInt(4)),
            id)
        .orElseThrow(() -> new LedgerException("message " + id + " is not recorded"));
  }

  private void write(Transaction transaction, NewDelivery delivery, List<Carried> lines)
      throws SQLException {
    var sql = transaction.sql();
    int kind = lines.isEmpty() ? Codes.of(MessageKind.ACKNOWLEDGEMENT) : lines.getFirst().kind();
    boolean versioned = lines.stream().anyMatch(line -> line.version() > 1);
    sql.update(INSERT, row(transaction, delivery, kind, lines.size(), versioned));
    var document = Packed.pack(delivery.document());
    Documents.keepSent(sql, delivery.id(), 0, delivery.mediaType(), document);
    sql.batch(INSERT_LINE, lineRows(delivery, lines));
    transaction.tally(delivery.recipient(), Delta.standing(lines.size(), 0));
    if (kind == DECLARATION) {
      transaction.tally(delivery.recipient(), Delta.accepted(lines.size()));
    }
  }

  private Object[] row(
      Transaction transaction, NewDelivery delivery, int kind, int lines, boolean versioned) {
    var row = new ArrayList<Object>();
    Collections.addAll(
        row,
        delivery.id(),
        delivery.recipient(),
        delivery.codec(),
        delivery.reference(),
        delivery.idempotencyKey(),
        delivery.about(),
        kind,
        lines,
        lines,
        Codes.flag(versioned),
        DeliveryState.READY.code());
    Collections.addAll(row, waiting(transaction, delivery));
    return row.toArray();
  }

  private Object[] waiting(Transaction transaction, NewDelivery delivery) {
    long now = transaction.now();
    var gathering = delivery.gathering();
    var awaits = Codes.millis(delivery.awaits());
    Long due = due(now, gathering, awaits);
    Long handOver = gathering == null ? (Long) (now + firstHandOver.toMillis()) : due;
    return new Object[] {
      now,
      now,
      due,
      awaits == null ? handOver : null,
      transaction.node(),
      gathering == null ? null : gathering.key(),
      gathering == null ? null : (Integer) gathering.most(),
      awaits,
      awaits == null ? null : (Long) Awaiting.lookAgain(now)
    };
  }

  private static Long due(long now, Gathering gathering, Long awaits) {
    if (awaits != null) {
      return awaits;
    }
    return now + (gathering == null ? 0 : gathering.pause().toMillis());
  }

  private static List<Object[]> lineRows(NewDelivery delivery, List<Carried> lines) {
    var rows = new ArrayList<Object[]>(lines.size());
    for (var line : lines) {
      rows.add(
          new Object[] {
            delivery.id(),
            line.id(),
            delivery.recipient(),
            line.item(),
            line.kind(),
            line.version(),
            line.decisive()
          });
    }
    return rows;
  }

  private static void decide(Transaction transaction, long interchangeId, Interpretation part)
      throws SQLException {
    var deciders = new TreeSet<String>();
    int from = Integer.MAX_VALUE;
    for (var message : part.messages()) {
      if (message.decisive() && !message.refused() && message.decidedBy() != null) {
        deciders.add(message.decidedBy());
        from = Math.min(from, message.position());
      }
    }
    for (var party : deciders) {
      int decided =
          transaction.sql().update(DECIDE, party, interchangeId, from, part.toPosition(), party);
      if (decided > 0) {
        transaction.tally(party, Delta.decided(decided, transaction.now()));
        Pushes.confirm(transaction, party, interchangeId, from, part.toPosition());
      }
    }
  }
}
