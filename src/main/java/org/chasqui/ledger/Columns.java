package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Reads the rows of the tables into the records of the contract. */
final class Columns {
  static final String INTERCHANGE =
      "i.id, i.party, i.door, i.format, i.media_type, i.identity, i.reference, i.test,"
          + " i.caused_by, i.received_at, i.sha256, i.size, i.state, i.items, i.refused";

  static final String MESSAGE =
      "m.id, m.interchange_id, m.position, m.kind, m.business_key, m.envelope_id, m.sender,"
          + " m.version, m.refused, m.status, m.recorded_at, m.begins,"
          + " m.correlation_id";

  static final String DELIVERY =
      "d.id, d.recipient, d.codec, d.reference, d.idempotency_key, d.cut, d.state, d.attempts,"
          + " d.protocol, d.reason, d.created_at, d.changed_at, d.due_at";

  /** The state that a line is in: decided, given by name, or that of its delivery. */
  static final String LINE_STATE =
      "CASE WHEN l.state >= 800 THEN l.state WHEN l.state = 100 AND d.state = 800 THEN 800"
          + " WHEN l.decided = 1 THEN 500 WHEN l.state = 100 AND d.state = 400 THEN 400"
          + " ELSE l.state END";

  private Columns() {}

  static Interchange interchange(ResultSet row) throws SQLException {
    var header =
        new NewInterchange(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getInt(8) == 1,
            row.getLong(9),
            Instant.ofEpochMilli(row.getLong(10)));
    var state = Codes.interchangeState(row.getInt(13));
    boolean interpreted = state.code() >= InterchangeState.INTERPRETED.code();
    return new Interchange(
        row.getLong(1),
        header,
        row.getString(11),
        row.getLong(12),
        state,
        interpreted ? row.getInt(14) : -1,
        row.getInt(15));
  }

  static MessageRow message(ResultSet row, byte[] json) throws SQLException {
    return new MessageRow(
        row.getLong(1),
        row.getLong(2),
        row.getInt(3),
        Codes.kind(row.getInt(4)),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getInt(8),
        row.getInt(9) == 1,
        Codes.status(row.getString(10)),
        Instant.ofEpochMilli(row.getLong(11)),
        json,
        Beginning.of(row.getInt(12)),
        row.getString(13));
  }

  static Delivery.Line line(ResultSet row) throws SQLException {
    return new Delivery.Line(
        row.getLong(2),
        row.getString(3),
        row.getInt(4),
        Codes.lineState(row.getInt(5)),
        row.getString(6));
  }

  /** A moment, or null. */
  static Instant moment(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /** The idempotency key of an attempt: it changes only when the lines to carry change. */
  static String idempotencyKey(String key, int cut) {
    return cut == 0 ? key : key + "-" + cut;
  }
}
