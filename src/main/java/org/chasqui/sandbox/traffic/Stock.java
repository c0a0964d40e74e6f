package org.chasqui.sandbox.traffic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The data files beside this class: countries, wares and names. */
final class Stock {
  private final Map<String, Country> countries = new LinkedHashMap<>();
  private final Map<String, Names> names = new LinkedHashMap<>();
  private final List<Ware> wares;

  Stock() {
    for (var line : lines("countries.txt")) {
      var country = Country.parse(line);
      countries.put(country.code(), country);
    }
    for (var line : lines("names.txt")) {
      names.put(line.substring(0, 2), Names.parse(line));
    }
    wares = lines("goods.txt").stream().map(Ware::parse).toList();
  }

  Map<String, Country> countries() {
    return countries;
  }

  /** Languages in which there are names. */
  Set<String> languages() {
    return names.keySet();
  }

  Names names(String language) {
    return names.get(language);
  }

  List<Ware> wares() {
    return wares;
  }

  private static List<String> lines(String file) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(Stock.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
