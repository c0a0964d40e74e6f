package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;

/** Puts the latest state of items together from their declarations and decisions, oldest first. */
final class HeadReading {
  /** Business keys take the places. */
  static final String ROWS =
      "SELECT business_key, kind, sender, declaration_id, envelope_id, correlation_id, version,"
          + " status, id, recorded_at, begins FROM message WHERE refused = 0 AND kind IN (1, 4)"
          + " AND business_key IN (%s) ORDER BY id";

  private final Map<String, ItemHead> heads = new HashMap<>();
  private final Map<String, List<Decision>> decisions = new HashMap<>();

  private record Decision(String conversation, int version, DecisionStatus status, Instant at) {}

  /** Takes a row; gives nothing that matters. */
  boolean add(ResultSet row) throws SQLException {
    var item = row.getString(1);
    var at = Instant.ofEpochMilli(row.getLong(10));
    return row.getInt(2) == Codes.of(MessageKind.CUSTOMS_DECISION)
        ? decisions
            .computeIfAbsent(item, unused -> new ArrayList<>())
            .add(new Decision(row.getString(6), row.getInt(7), Codes.status(row.getString(8)), at))
        : declared(item, row, at);
  }

  /** Of the declarations of a way the one of the highest version counts. */
  private boolean declared(String item, ResultSet row, Instant at) throws SQLException {
    var begun = Beginning.of(row.getInt(11));
    if (begun != Beginning.NONE) {
      decide(item);
    }
    var head = heads.get(item);
    int version = row.getInt(7);
    boolean anew = begun != Beginning.NONE || head == null;
    if (!anew && head.version() > version) {
      return false;
    }
    heads.put(
        item,
        new ItemHead(
            item,
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            version,
            null,
            0,
            begun != Beginning.NONE ? row.getLong(9) : anew ? 0 : head.since(),
            anew ? begun : head.begun(),
            at,
            anew ? head : head.before()));
    return true;
  }

  /** Applies the decisions so far, each to the way that it is about. */
  private void decide(String item) {
    for (var decision : decisions.getOrDefault(item, List.of())) {
      var head = heads.get(item);
      var way = head == null ? null : head.of(decision.conversation());
      if (way != null && decision.version() >= way.lastDecisionVersion()) {
        heads.put(
            item, head.with(way.decided(decision.status(), decision.version(), decision.at())));
      }
    }
    decisions.remove(item);
  }

  Map<String, ItemHead> all() {
    List.copyOf(decisions.keySet()).forEach(this::decide);
    return heads;
  }
}
