package org.chasqui.quality;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which fields of a declaration a destination needs, from {@code declaration-fields.csv}. */
final class FieldNeeds {
  private static final String FILE = "declaration-fields.csv";
  private static final String ALL = "*";

  private final Set<Measure> common;
  private final Map<String, Set<Measure>> byDestination;

  private FieldNeeds(Set<Measure> common, Map<String, Set<Measure>> byDestination) {
    this.common = common;
    this.byDestination = byDestination;
  }

  static FieldNeeds of(Path folder) {
    var common = EnumSet.noneOf(Measure.class);
    var byDestination = new HashMap<String, Set<Measure>>();
    for (var row : ListFile.rows(folder, FILE, 4)) {
      var fields =
          row[0].equals(ALL)
              ? common
              : byDestination.computeIfAbsent(row[0], country -> EnumSet.copyOf(common));
      change(fields, field(row[1]), row[2]);
    }
    return new FieldNeeds(Collections.unmodifiableSet(common), Map.copyOf(byDestination));
  }

  private static void change(Set<Measure> fields, Measure field, String needed) {
    switch (needed) {
      case "yes" -> fields.add(field);
      case "no" -> fields.remove(field);
      default -> throw new IllegalArgumentException(FILE + ": neither yes nor no: " + needed);
    }
  }

  private static Measure field(String key) {
    return Measure.ofKey(key)
        .filter(measure -> measure.dimension() == Dimension.COMPLETENESS && measure.isField())
        .orElseThrow(() -> new IllegalArgumentException(FILE + ": no such field: " + key));
  }

  Set<Measure> of(String destinationCountryCode) {
    return destinationCountryCode == null
        ? common
        : byDestination.getOrDefault(destinationCountryCode, common);
  }
}
