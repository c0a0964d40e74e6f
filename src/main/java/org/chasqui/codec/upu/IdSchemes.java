package org.chasqui.codec.upu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The scheme of a tax or personal id whose scheme the message does not give: the only one of its
 * country with a pattern that it has ({@code config/codelists/id-schemes.csv}, the {@code
 * identifiers} of the administrations' profiles).
 */
final class IdSchemes {
  private static final Map<String, List<Scheme>> BY_COUNTRY = load();

  private record Scheme(String code, Pattern pattern) {}

  private IdSchemes() {}

  /** The scheme, or {@code otherwise} when none or several fit. */
  static String of(String country, String value, String otherwise) {
    var schemes = country == null ? null : BY_COUNTRY.get(country);
    if (schemes == null) {
      return otherwise;
    }
    var plain = plain(value);
    String found = null;
    for (var scheme : schemes) {
      if (scheme.pattern.matcher(plain).matches()) {
        if (found != null) {
          return otherwise;
        }
        found = scheme.code;
      }
    }
    return found == null ? otherwise : found;
  }

  private static String plain(String value) {
    var plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (" ./-".indexOf(c) < 0) {
        plain.append(Character.toUpperCase(c));
      }
    }
    return plain.toString();
  }

  private static Map<String, List<Scheme>> load() {
    var schemes = new HashMap<String, List<Scheme>>();
    try (var in = IdSchemes.class.getResourceAsStream("id-schemes.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(
              row ->
                  schemes
                      .computeIfAbsent(row[0], country -> new ArrayList<>())
                      .add(new Scheme(row[1], Pattern.compile(row[2].replace("\"", "")))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(schemes);
  }
}
