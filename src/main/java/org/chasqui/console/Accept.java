package org.chasqui.console;

import java.util.Arrays;
import java.util.Locale;

/** Whether an {@code Accept} header allows what a route produces. */
final class Accept {
  private Accept() {}

  /**
   * @param header or null for anything
   * @param produces media type without parameters; null when it depends on the document
   */
  static boolean allows(String header, String produces) {
    if (header == null || header.isBlank() || produces == null) {
      return true;
    }
    return Arrays.stream(header.split(",")).anyMatch(range -> matches(range, produces));
  }

  private static boolean matches(String range, String produces) {
    var parts = range.split(";");
    var type = parts[0].strip().toLowerCase(Locale.ROOT);
    boolean refused =
        Arrays.stream(parts).map(String::strip).anyMatch(p -> p.matches("q=0(\\.0*)?"));
    return !refused
        && (type.equals("*/*")
            || type.equals(produces)
            || (type.endsWith("/*") && produces.startsWith(type.substring(0, type.length() - 1))));
  }
}
