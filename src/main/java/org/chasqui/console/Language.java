package org.chasqui.console;

import java.util.List;
import java.util.Locale;

/** The languages of the region that this package speaks. */
final class Language {
  static final List<Locale> ALL =
      List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("pt"), Locale.FRENCH);

  private static final String COOKIE = "chasqui-lang";

  private Language() {}

  /** What a viewer chose: by the query, by an earlier choice, else by the browser. */
  static Locale of(ApiRequest request) {
    var byBrowser = of(request.header("Accept-Language").orElse(null));
    var earlier = SignIn.cookie(request, COOKIE).orElse("");
    return ofCode(request.parameter("lang").orElse(earlier), ofCode(earlier, byBrowser));
  }

  /** Remembers a choice. */
  static String cookie(Locale language) {
    return COOKIE + "=" + language.getLanguage() + "; Path=/; Max-Age=31536000; SameSite=Lax";
  }

  /** The best of them for an {@code Accept-Language} header; English for anything else. */
  static Locale of(String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 200) {
      return Locale.ENGLISH;
    }
    try {
      var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), ALL);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  /** The one with this code, if it is spoken. */
  static Locale ofCode(String code, Locale otherwise) {
    return ALL.stream().filter(l -> l.getLanguage().equals(code)).findFirst().orElse(otherwise);
  }
}
