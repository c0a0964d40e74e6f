package org.chasqui.flow;

import java.util.List;
import java.util.Locale;

/** Chooses one of the region's four languages by {@code Accept-Language}. */
final class Languages {
  private static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt"), Locale.FRENCH);

  private Languages() {}

  static Locale of(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Locale.ENGLISH;
    }
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage);
      var found = Locale.lookup(wanted, SPOKEN);
      return found == null ? Locale.ENGLISH : found;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
