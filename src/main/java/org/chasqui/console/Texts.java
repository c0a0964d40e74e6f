package org.chasqui.console;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.message.MessageKind;

/** The texts of API and pages in one language, from {@code texts*.properties} beside this class. */
final class Texts {
  static final String BUNDLE = "org.chasqui.console.texts";
  private static final Map<Locale, Texts> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Locale language;
  private final ResourceBundle bundle;

  private Texts(Locale language) {
    this.language = language;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Texts of(Locale language) {
    return BY_LANGUAGE.computeIfAbsent(language, Texts::new);
  }

  Locale language() {
    return language;
  }

  /** A text without parameters; a key that does not exist is a bug. */
  String get(String key) {
    return bundle.getString(key);
  }

  /** A text with parameters {0}, {1} ... */
  String get(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), language).format(values);
  }

  /** The name of a kind of message; of one that was refused before its kind was known, a dash. */
  String kind(MessageKind kind) {
    return kind == null ? "–" : get("kind." + kind.schemaName());
  }

  /** The text of an optional key, for codes that partners may invent. */
  String getOr(String key, String otherwise) {
    return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
  }
}
