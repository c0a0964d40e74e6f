package org.chasqui.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.app.gateway.Failure;
import picocli.CommandLine.Option;

/** The language of problem texts: an option, or what the environment says. */
final class ConsoleLanguage {
  private static final List<String> SPOKEN = List.of("en", "es", "pt", "fr");
  private static final List<String> VARIABLES = List.of("LC_ALL", "LC_MESSAGES", "LANG");

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "Language of the texts: en, es, pt or fr. Default: that of LANG, or en.")
  private String language;

  Locale locale() {
    if (language == null) {
      return ofEnvironment(System.getenv());
    }
    if (!SPOKEN.contains(language)) {
      throw Failure.usage("--lang must be one of " + SPOKEN + ": " + language);
    }
    return Locale.of(language);
  }

  /** The first of LC_ALL, LC_MESSAGES and LANG that is set decides. */
  static Locale ofEnvironment(Map<String, String> environment) {
    return VARIABLES.stream()
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.length() < 2 ? "" : value.substring(0, 2))
        .filter(SPOKEN::contains)
        .map(Locale::of)
        .orElse(Locale.ENGLISH);
  }
}
