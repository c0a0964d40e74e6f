package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Counts of quality gathered in a transaction and written once for the group. */
final class QualitySums {
  private static final String UPSERT =
      "INSERT INTO quality (day, operator, origin, destination, measure, node, met, failed,"
          + " not_known, minutes) VALUES (?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (day, operator, origin, destination, measure, node) DO UPDATE SET"
          + " met = quality.met + excluded.met, failed = quality.failed + excluded.failed,"
          + " not_known = quality.not_known + excluded.not_known,"
          + " minutes = quality.minutes + excluded.minutes";
  private static final String TAKE =
      "UPDATE message SET measured = measured + ? WHERE id = ? AND (measured / ?) % 2 = 0";

  private final Map<Key, long[]> sums = new TreeMap<>();

  /** In the order of the table, so that two writers take rows in one order. */
  private record Key(long day, String operator, String origin, String destination, String measure)
      implements Comparable<Key> {
    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::day)
            .thenComparing(Key::operator)
            .thenComparing(Key::origin)
            .thenComparing(Key::destination)
            .thenComparing(Key::measure);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  void add(QualityCount count) {
    add(count, 1);
  }

  /** Takes back what was added. */
  void remove(QualityCount count) {
    add(count, -1);
  }

  private void add(QualityCount count, int sign) {
    var key =
        new Key(
            count.day().toEpochDay(),
            count.operator(),
            count.origin(),
            count.destination(),
            count.measure());
    var sum = sums.computeIfAbsent(key, unused -> new long[4]);
    sum[0] += sign * count.met();
    sum[1] += sign * count.failed();
    sum[2] += sign * count.unknown();
    sum[3] += sign * count.minutes();
  }

  void write(Sql sql, String node) throws SQLException {
    var rows = new ArrayList<Object[]>(sums.size());
    sums.forEach(
        (key, sum) ->
            rows.add(
                new Object[] {
                  key.day(),
                  key.operator(),
                  key.origin(),
                  key.destination(),
                  key.measure(),
                  node,
                  sum[0],
                  sum[1],
                  sum[2],
                  sum[3]
                }));
    sql.batch(UPSERT, rows);
  }

  /** Adds the counts of a part, and those about earlier declarations that nobody took before. */
  static void record(Transaction transaction, Interpretation part) throws SQLException {
    part.quality().forEach(transaction::quality);
    for (var late : part.lateQuality()) {
      if (transaction.sql().update(TAKE, late.bit(), late.messageId(), late.bit()) > 0) {
        late.counts().forEach(transaction::quality);
      }
    }
  }
}
