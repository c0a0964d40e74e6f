package org.chasqui.codec.upu.services;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The code of EMSEVT for an event number of IPS ({@code config/codelists/ips-events.csv}). */
final class IpsNumbers {
  private static final Map<String, String> CODES = load();

  private IpsNumbers() {}

  /** The code, or null for a number that is not known. */
  static String code(String number) {
    return CODES.get(number);
  }

  private static Map<String, String> load() {
    var codes = new HashMap<String, String>();
    try (var in = IpsNumbers.class.getResourceAsStream("/org/chasqui/codec/upu/ips-events.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(row -> codes.put(row[0], row[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(codes);
  }
}
