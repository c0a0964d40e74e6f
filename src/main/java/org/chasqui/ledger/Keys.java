package org.chasqui.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Many keys in the {@code IN} of a statement, in few texts so that each is prepared once. */
final class Keys {
  private static final int[] PLACES = {1, 10, 200};
  private static final int MOST = PLACES[PLACES.length - 1];

  private final List<?> keys;

  private Keys(List<?> keys) {
    this.keys = keys;
  }

  /** The keys, each once, in parts that a statement has places for. */
  static List<Keys> of(Collection<?> all) {
    var wanted = new ArrayList<Object>(new HashSet<>(all));
    var parts = new ArrayList<Keys>();
    for (int from = 0; from < wanted.size(); from += MOST) {
      parts.add(new Keys(wanted.subList(from, Math.min(wanted.size(), from + MOST))));
    }
    return parts;
  }

  /** The statement with a place for each key where it says {@code %s}. */
  String text(String statement) {
    return statement.formatted("?" + ",?".repeat(places() - 1));
  }

  /** The keys, the last one in the places that are left, and what follows them. */
  Object[] values(Object... others) {
    var values = new ArrayList<Object>(keys);
    values.addAll(Collections.nCopies(places() - keys.size(), keys.getLast()));
    values.addAll(Arrays.asList(others));
    return values.toArray();
  }

  private int places() {
    return Arrays.stream(PLACES).filter(places -> places >= keys.size()).findFirst().orElseThrow();
  }
}
