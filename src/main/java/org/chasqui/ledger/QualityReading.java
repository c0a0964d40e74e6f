package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.MessageKind;

/** Reads the sums of quality, and what is needed to measure an item that was declared before. */
final class QualityReading {
  private static final String FIRST =
      "SELECT m.business_key, m.id, m.sender, i.received_at, m.json, m.begins FROM message m"
          + " JOIN interchange i ON i.id = m.interchange_id WHERE m.refused = 0 AND m.kind = 1"
          + " AND i.test = 0 AND m.business_key IN (%s) ORDER BY m.id";
  private static final String BY_KEY =
      "SELECT business_key, kind, sender, json FROM message WHERE refused = 0"
          + " AND business_key IN (%s) ORDER BY id";

  private final Reading reading;

  QualityReading(Reading reading) {
    this.reading = reading;
  }

  List<QualityCount> sums(QualitySearch search) {
    var where =
        new Conditions("1 = 1")
            .and("operator = ?", search.operator())
            .and("origin = ?", search.origin())
            .and("destination = ?", search.destination())
            .and("day >= ?", days(search.from()))
            .and("day <= ?", days(search.to()));
    var keys = keys(search.by());
    var text =
        "SELECT "
            + (search.by().contains(QualitySearch.By.DAY) ? "day" : "-1")
            + (search.by().contains(QualitySearch.By.OPERATOR) ? ", operator" : ", NULL")
            + (search.by().contains(QualitySearch.By.LANE)
                ? ", origin, destination"
                : ", NULL, NULL")
            + ", measure, SUM(met), SUM(failed), SUM(not_known), SUM(minutes) FROM quality WHERE "
            + where
            + " GROUP BY "
            + keys
            + " ORDER BY "
            + keys;
    return reading.read(sql -> sql.list(text, QualityReading::count, where.values()));
  }

  private static String keys(Set<QualitySearch.By> by) {
    return (by.contains(QualitySearch.By.DAY) ? "day, " : "")
        + (by.contains(QualitySearch.By.OPERATOR) ? "operator, " : "")
        + (by.contains(QualitySearch.By.LANE) ? "origin, destination, " : "")
        + "measure";
  }

  private static Long days(LocalDate day) {
    return day == null ? null : (Long) day.toEpochDay();
  }

  private static QualityCount count(ResultSet row) throws SQLException {
    long day = row.getLong(1);
    return new QualityCount(
        row.getString(2),
        row.getString(3),
        row.getString(4),
        day < 0 ? null : LocalDate.ofEpochDay(day),
        row.getString(5),
        row.getLong(6),
        row.getLong(7),
        row.getLong(8),
        row.getLong(9));
  }

  Map<String, FirstDeclaration> firstDeclarations(Collection<String> itemIds) {
    var found = new HashMap<String, FirstDeclaration>();
    each(
        FIRST,
        itemIds,
        row -> row.getInt(6) > 0 ? found.put(row.getString(1), first(row)) : first(row, found));
    return found;
  }

  private static FirstDeclaration first(ResultSet row, Map<String, FirstDeclaration> found)
      throws SQLException {
    return found.containsKey(row.getString(1)) ? null : found.put(row.getString(1), first(row));
  }

  private static FirstDeclaration first(ResultSet row) throws SQLException {
    return new FirstDeclaration(
        row.getLong(2),
        row.getString(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Packed.unpack(row.getBytes(5)));
  }

  Map<String, List<RecordedEvent>> trackingEvents(Collection<String> itemIds) {
    var found = new HashMap<String, List<RecordedEvent>>();
    ofKind(
        MessageKind.TRACKING_EVENT,
        itemIds,
        row -> {
          var json = Packed.unpack(row.getBytes(4));
          return json == null
              || found
                  .computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
                  .add(new RecordedEvent(row.getString(3), json));
        });
    return found;
  }

  Map<String, List<RecordedMessage>> orders(Collection<String> keys) {
    var found = new HashMap<String, List<RecordedMessage>>();
    ofKind(MessageKind.MARKETPLACE_ORDER, keys, row -> keep(row, found));
    return found;
  }

  Map<String, List<RecordedMessage>> recorded(Collection<String> keys) {
    var found = new HashMap<String, List<RecordedMessage>>();
    each(BY_KEY, keys, row -> keep(row, found));
    return found;
  }

  private static boolean keep(ResultSet row, Map<String, List<RecordedMessage>> found)
      throws SQLException {
    var json = Packed.unpack(row.getBytes(4));
    return json == null
        || found
            .computeIfAbsent(row.getString(1), unused -> new ArrayList<>())
            .add(new RecordedMessage(row.getString(3), json));
  }

  Set<String> recorded(MessageKind kind, Collection<String> businessKeys) {
    var found = new HashSet<String>();
    ofKind(kind, businessKeys, row -> found.add(row.getString(1)));
    return found;
  }

  /** The kind is looked at here: as a condition it tempts a store to leave the index of keys. */
  private void ofKind(MessageKind kind, Collection<String> keys, Sql.Row<Object> reader) {
    each(BY_KEY, keys, row -> row.getInt(2) == Codes.of(kind) ? reader.read(row) : false);
  }

  private void each(String text, Collection<String> itemIds, Sql.Row<Object> reader) {
    reading.read(
        sql -> {
          for (var keys : Keys.of(itemIds)) {
            sql.list(keys.text(text), reader, keys.values());
          }
          return null;
        });
  }
}
