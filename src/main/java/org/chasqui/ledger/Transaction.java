package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit of writing sees: the statements, the chain and the tallies. Events and tallies are
 * gathered and written once for the group.
 */
final class Transaction {
  private static final String UPSERT_TALLY =
      "INSERT INTO tally (party, node, accepted, delivered, decided, told, refused, parked,"
          + " waiting, losses, problems, last_delivered, last_decided)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (party, node) DO UPDATE SET"
          + " accepted = tally.accepted + excluded.accepted,"
          + " delivered = tally.delivered + excluded.delivered,"
          + " decided = tally.decided + excluded.decided, told = tally.told + excluded.told,"
          + " refused = tally.refused + excluded.refused,"
          + " parked = tally.parked + excluded.parked,"
          + " waiting = tally.waiting + excluded.waiting,"
          + " losses = tally.losses + excluded.losses,"
          + " problems = tally.problems + excluded.problems,"
          + " last_delivered = COALESCE(excluded.last_delivered, tally.last_delivered),"
          + " last_decided = COALESCE(excluded.last_decided, tally.last_decided)";

  private final Sql sql;
  private final String node;
  private final long now;
  private Chain chain;
  private final List<Object[]> events = new ArrayList<>();
  private final Map<String, Delta> tallies = new TreeMap<>();
  private final QualitySums quality = new QualitySums();
  private final List<Runnable> undo = new ArrayList<>();

  Transaction(Sql sql, String node, long now, Chain chain) {
    this.sql = sql;
    this.node = node;
    this.now = now;
    this.chain = chain.copy();
  }

  Sql sql() {
    return sql;
  }

  String node() {
    return node;
  }

  /** Milliseconds since 1970. */
  long now() {
    return now;
  }

  Chain chain() {
    return chain;
  }

  void event(
      String type, String party, long interchangeId, long deliveryId, Map<String, String> detail) {
    var about = party == null ? "" : party;
    events.add(chain.append(now, type, about, interchangeId, deliveryId, Chain.detail(detail)));
  }

  void tally(String party, Delta delta) {
    if (party == null) {
      return;
    }
    var before = tallies.get(party);
    tallies.put(party, before == null ? delta : before.plus(delta));
    undo.add(() -> restore(party, before));
  }

  void quality(QualityCount count) {
    quality.add(count);
    undo.add(() -> quality.remove(count));
  }

  private void restore(String party, Delta before) {
    if (before == null) {
      tallies.remove(party);
    } else {
      tallies.put(party, before);
    }
  }

  /** Where the transaction stands, to come back to when a unit fails. */
  record Mark(Chain chain, int events, int tallies) {}

  Mark mark() {
    return new Mark(chain.copy(), events.size(), undo.size());
  }

  void backTo(Mark mark) {
    chain = mark.chain();
    events.subList(mark.events(), events.size()).clear();
    while (undo.size() > mark.tallies()) {
      undo.removeLast().run();
    }
  }

  /** Writes what was gathered. */
  void flush(Chain before) throws SQLException {
    for (var entry : tallies.entrySet()) {
      sql.update(UPSERT_TALLY, entry.getValue().row(entry.getKey(), node));
    }
    quality.write(sql, node);
    if (events.isEmpty()) {
      return;
    }
    int moved =
        sql.update(
            "UPDATE chain_head SET sequence = ?, hash = ? WHERE chain = ? AND sequence = ?",
            chain.sequence(),
            chain.hash(),
            node,
            before.sequence());
    if (moved == 0) {
      throw new LedgerException("another gateway writes to the ledger as node " + node);
    }
    sql.batch(Chain.INSERT, events);
  }
}
