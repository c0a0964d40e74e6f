package org.chasqui.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Defensive copies for the records of this package: absent becomes empty, order is kept. */
final class Copies {
  private Copies() {}

  static <T> List<T> list(List<T> from) {
    return from == null || from.isEmpty() ? List.of() : List.copyOf(from);
  }

  static <T> Map<String, T> map(Map<String, T> from) {
    return from == null || from.isEmpty()
        ? Map.of()
        : Collections.unmodifiableMap(new LinkedHashMap<>(from));
  }
}
