package org.chasqui.profile;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {{NAME}}} and {@code {{NAME:default}}} from the environment. */
final class Placeholders {
  private static final Pattern FORM = Pattern.compile("\\{\\{([^}:]*)(?::([^}]*))?}}");

  private final Map<String, String> environment;

  Placeholders(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The text with every placeholder filled.
   *
   * @param missing is told each name that has neither a value nor a default
   */
  String fill(String text, Consumer<String> missing) {
    if (!text.contains("{{")) {
      return text;
    }
    return FORM.matcher(text)
        .replaceAll(
            match -> Matcher.quoteReplacement(valueOf(match.group(1), match.group(2), missing)));
  }

  private String valueOf(String name, String otherwise, Consumer<String> missing) {
    var value = environment.getOrDefault(name, otherwise);
    if (value == null) {
      missing.accept(name);
      return "";
    }
    return value;
  }
}
