package org.chasqui.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Finds secrets by the references in profiles: {@code env:NAME} and {@code file:/path}. */
public final class Secrets {
  private static final String ENV = "env:";
  private static final String FILE = "file:";

  private final Map<String, String> environment;

  /** Secrets of this environment: variable names and values. */
  public Secrets(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The secret behind a reference, read anew each time so that it can be exchanged while we run; a
   * value that is no reference is itself.
   */
  String resolve(String reference) throws ConnectorException {
    if (reference.startsWith(ENV)) {
      return variable(reference.substring(ENV.length()));
    }
    return reference.startsWith(FILE)
        ? content(Path.of(reference.substring(FILE.length())))
        : reference;
  }

  /** The bytes behind a reference: those of the file, or of the text of the variable. */
  byte[] content(String reference) throws ConnectorException {
    return reference.startsWith(FILE)
        ? bytes(Path.of(reference.substring(FILE.length())))
        : resolve(reference).getBytes(StandardCharsets.UTF_8);
  }

  private String variable(String name) throws ConnectorException {
    var value = environment.get(name);
    if (value == null || value.isEmpty()) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS, "secret not set: environment variable " + name);
    }
    return value;
  }

  private static String content(Path file) throws ConnectorException {
    return new String(bytes(file), StandardCharsets.UTF_8).strip();
  }

  private static byte[] bytes(Path file) throws ConnectorException {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS, "secret not readable: file " + file);
    }
  }

  /** Hides the values. */
  @Override
  public String toString() {
    return "Secrets of " + environment.size() + " variables";
  }
}
