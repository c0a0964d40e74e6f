package org.chasqui.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Pages that go on where the last one ended, by key and not by counting. */
final class Cursors {
  private Cursors() {}

  /** The number in a cursor, or this when there is none. */
  static long number(String cursor, long otherwise) {
    if (cursor == null || cursor.isEmpty()) {
      return otherwise;
    }
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a cursor of this list", e);
    }
  }

  /** The two numbers in a cursor {@code a.b}. */
  static long[] pair(String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return new long[] {-1, 0};
    }
    int dot = cursor.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("not a cursor of this list");
    }
    return new long[] {number(cursor.substring(0, dot), 0), number(cursor.substring(dot + 1), 0)};
  }

  /** A page from one row more than it holds, which tells that there is a next one. */
  static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
    if (found.size() <= limit) {
      return new Page<>(List.copyOf(found), null);
    }
    var rows = new ArrayList<>(found.subList(0, limit));
    return new Page<>(List.copyOf(rows), cursor.apply(rows.getLast()));
  }
}
