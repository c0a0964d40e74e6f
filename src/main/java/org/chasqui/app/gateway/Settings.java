package org.chasqui.app.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * {@code config/application.properties} with the environment over it. Every key must stand in the
 * file; errors name file, key, rule and value.
 */
final class Settings {
  private final Path file;
  private final Properties values = new Properties();
  private final Map<String, String> environment;

  private Settings(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  /** Reads the file; {@code known} are all keys that somebody asks for. */
  static Settings read(Path file, Map<String, String> environment, Set<String> known)
      throws IOException {
    var settings = new Settings(file, environment);
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      settings.values.load(reader);
    }
    for (var key : settings.values.stringPropertyNames()) {
      if (!known.contains(key)) {
        throw settings.error(key, "is not a known key", settings.values.getProperty(key));
      }
    }
    return settings;
  }

  /** Environment name of a key. */
  static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  String text(String key) {
    var fromEnvironment = environment.get(environmentName(key));
    return fromEnvironment != null ? fromEnvironment : values.getProperty(key, "").strip();
  }

  long number(String key, long least, long most) {
    try {
      long value = Long.parseLong(text(key));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw error(key, "must be a whole number from " + least + " to " + most, text(key));
    }
    throw error(key, "must be from " + least + " to " + most, text(key));
  }

  boolean yes(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw error(key, "must be true or false", text(key));
    };
  }

  Duration duration(String key) {
    try {
      return Duration.parse(text(key));
    } catch (DateTimeParseException e) {
      throw error(key, "must be an ISO 8601 duration such as PT1S", text(key));
    }
  }

  /** A secret given as {@code env:NAME} or {@code file:/path}; empty stays empty. */
  String secret(String key) throws IOException {
    var reference = text(key);
    if (reference.isEmpty()) {
      return "";
    }
    if (reference.startsWith("env:")) {
      var value = environment.get(reference.substring(4));
      if (value == null) {
        throw error(key, "names an environment variable that is not set", reference);
      }
      return value;
    }
    if (reference.startsWith("file:")) {
      return Files.readString(Path.of(reference.substring(5))).strip();
    }
    throw error(key, "must be env:NAME or file:/path", "(not shown)");
  }

  IllegalArgumentException error(String key, String rule, String value) {
    return new IllegalArgumentException(
        "%s: %s (environment %s) %s: %s".formatted(file, key, environmentName(key), rule, value));
  }
}
