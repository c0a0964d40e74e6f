package org.chasqui.ledger;

import java.util.ArrayList;
import java.util.List;

/** The conditions of a query that is put together, with the values of their places in order. */
final class Conditions {
  private final StringBuilder text;
  private final List<Object> values = new ArrayList<>();

  /** Begins with one that always holds of what is wanted. */
  Conditions(String first, Object... values) {
    text = new StringBuilder(first);
    this.values.addAll(List.of(values));
  }

  /** Adds one whose every place takes the same value; null asks for nothing. */
  Conditions and(String condition, Object wanted) {
    if (wanted != null) {
      text.append(" AND ").append(condition);
      condition.chars().filter(letter -> letter == '?').forEach(place -> values.add(wanted));
    }
    return this;
  }

  /** The rows that follow on a row, in the order of a column and then of the id. */
  Conditions after(String column, String id, boolean descending, String cursor) {
    if (cursor != null && !cursor.isEmpty()) {
      var place = Cursors.pair(cursor);
      var sign = descending ? "<" : ">";
      text.append(" AND (%1$s %3$s ? OR (%1$s = ? AND %2$s %3$s ?))".formatted(column, id, sign));
      values.addAll(List.of(place[0], place[0], place[1]));
    }
    return this;
  }

  /** The values, and further ones of places behind the conditions. */
  Object[] values(Object... further) {
    var all = new ArrayList<>(values);
    all.addAll(List.of(further));
    return all.toArray();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
