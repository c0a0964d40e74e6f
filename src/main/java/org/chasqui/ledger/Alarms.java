package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads deadlines and alarms, and raises those whose time has come. */
final class Alarms implements AlarmBook {
  static final String COLUMNS =
      "a.id, a.kind, a.subject, a.party, a.other, a.reference, a.detail, a.message_id, a.state,"
          + " a.created_at, a.due_at, a.raised_at, a.ended_at";

  private static final String DUE =
      "SELECT "
          + COLUMNS
          + " FROM alarm a WHERE a.state = 100 AND a.due_at <= ? ORDER BY a.due_at, a.id LIMIT ?";
  private static final String RAISE =
      "UPDATE alarm SET state = 200, raised_at = ? WHERE id = ? AND state = 100 AND due_at = ?";
  private static final String MEET =
      "UPDATE alarm SET state = 300, ended_at = ? WHERE id = ? AND state = 100";
  private static final String STANDING =
      "SELECT kind, COUNT(*) FROM alarm WHERE state < 300 AND state = 200 GROUP BY kind";

  /** The item or dispatch itself, what carries it and what it carries. */
  private static final String KEYS =
      "(SELECT ? UNION SELECT dispatch FROM dispatch_item WHERE item = ?"
          + " UNION SELECT receptacle FROM dispatch_item WHERE item = ?"
          + " UNION SELECT item FROM dispatch_item WHERE message_id IN"
          + " (SELECT id FROM message WHERE business_key = ? AND kind = 2)"
          + " UNION SELECT receptacle FROM dispatch_item WHERE message_id IN"
          + " (SELECT id FROM message WHERE business_key = ? AND kind = 2))";

  private static final String EVENTS =
      "SELECT m.sender, m.json FROM message m WHERE m.kind = 3 AND m.refused = 0"
          + " AND m.recorded_at >= ? AND m.id IN (SELECT id FROM message WHERE business_key IN "
          + KEYS
          + " UNION SELECT message_id FROM message_item WHERE item IN "
          + KEYS
          + ") ORDER BY m.id LIMIT "
          + Limits.PAGE;
  private static final int KEY_PLACES = 5;
  private static final String MESSAGE =
      "SELECT m.sender, m.json FROM message m WHERE m.id = ? AND m.json IS NOT NULL";

  private final Writer writer;
  private final Reading reading;
  private final Routing routing;

  Alarms(Writer writer, Reading reading, Routing routing) {
    this.writer = writer;
    this.reading = reading;
    this.routing = routing;
  }

  @Override
  public List<Alarm> due(Instant now, int limit) {
    return reading.read(sql -> sql.list(DUE, Alarms::read, now.toEpochMilli(), Limits.page(limit)));
  }

  @Override
  public List<NewDelivery> raise(List<DueAlarm> alarms) {
    return alarms.isEmpty() ? List.of() : writer.write(transaction -> raise(transaction, alarms));
  }

  private List<NewDelivery> raise(Transaction transaction, List<DueAlarm> alarms)
      throws SQLException {
    var sent = new ArrayList<NewDelivery>();
    for (var due : alarms) {
      var alarm = due.alarm();
      if (due.met()) {
        transaction.sql().update(MEET, transaction.now(), alarm.id());
      } else if (transaction
              .sql()
              .update(RAISE, transaction.now(), alarm.id(), alarm.due().toEpochMilli())
          > 0) {
        transaction.event("alarmed", alarm.party(), 0, 0, detail(alarm));
        if (due.reminder() != null) {
          routing.deliver(transaction, due.reminder());
          sent.add(due.reminder());
        }
      }
    }
    return sent;
  }

  /** What the chain of events keeps of an alarm. */
  static Map<String, String> detail(Alarm alarm) {
    var detail = new HashMap<String, String>();
    detail.put("alarm", Long.toString(alarm.id()));
    detail.put("kind", alarm.kind().name());
    detail.put("subject", alarm.subject());
    detail.put("reference", alarm.reference());
    return detail;
  }

  @Override
  public Page<Alarm> search(AlarmSearch search) {
    boolean awaited = search.state() == AlarmState.AWAITED;
    var column = awaited ? "a.due_at" : "a.raised_at";
    var where = wanted(search, awaited).after(column, "a.id", !awaited, search.cursor());
    var way = awaited ? "" : " DESC";
    int limit = Limits.page(search.limit());
    var text =
        "SELECT %s FROM alarm a WHERE %s ORDER BY %s%s, a.id%s LIMIT ?"
            .formatted(COLUMNS, where, column, way, way);
    return reading.read(
        sql ->
            Cursors.page(
                sql.list(text, Alarms::read, where.values(limit + 1)),
                limit,
                alarm -> cursor(alarm, awaited)));
  }

  private static Conditions wanted(AlarmSearch search, boolean awaited) {
    var where =
        awaited
            ? new Conditions("a.state = 100 AND a.due_at > ?", 0L)
            : new Conditions("a.raised_at IS NOT NULL");
    where
        .and("(a.party = ? OR a.other = ?)", search.seenBy())
        .and("a.party = ?", search.party())
        .and("a.subject = ?", search.subject())
        .and("a.kind = ?", search.kind() == null ? null : (Integer) search.kind().code());
    return awaited || search.state() == null
        ? where
        : where.and("a.state = ?", search.state().code());
  }

  private static String cursor(Alarm alarm, boolean awaited) {
    return (awaited ? alarm.due() : alarm.raisedAt()).toEpochMilli() + "." + alarm.id();
  }

  @Override
  public Map<AlarmKind, Long> standing() {
    var counts = new EnumMap<AlarmKind, Long>(AlarmKind.class);
    reading.read(
        sql -> sql.list(STANDING, row -> counts.put(AlarmKind.of(row.getInt(1)), row.getLong(2))));
    return counts;
  }

  @Override
  public List<RecordedMessage> events(String subject, Instant since) {
    var values = new ArrayList<Object>();
    values.add(since.toEpochMilli());
    for (int i = 0; i < 2 * KEY_PLACES; i++) {
      values.add(subject);
    }
    var rows = reading.read(sql -> sql.list(EVENTS, Alarms::message, values.toArray()));
    return rows.stream().filter(row -> row.json() != null).toList();
  }

  @Override
  public Optional<RecordedMessage> message(long messageId) {
    return reading.read(sql -> sql.first(MESSAGE, Alarms::message, messageId));
  }

  private static RecordedMessage message(ResultSet row) throws SQLException {
    return new RecordedMessage(row.getString(1), Packed.unpack(row.getBytes(2)));
  }

  static Alarm read(ResultSet row) throws SQLException {
    return new Alarm(
        row.getLong(1),
        AlarmKind.of(row.getInt(2)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getLong(8),
        AlarmState.of(row.getInt(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        Columns.moment(row, 11),
        Columns.moment(row, 12),
        Columns.moment(row, 13));
  }
}
