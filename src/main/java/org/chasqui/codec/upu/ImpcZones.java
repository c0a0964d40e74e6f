package org.chasqui.codec.upu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time zone of a place, since EDI gives local times: by the longest known beginning of its IMPC
 * code (country 2, city 3), from {@code config/codelists/impc-zones.csv}. Countries follow the tz
 * database; of a country with several zones the row of the country is that of its main office of
 * exchange (ours).
 */
public final class ImpcZones {
  private static final ImpcZones BUILT_IN = load();
  private static final int CITY = 5;
  private static final int COUNTRY = 2;

  private final Map<String, ZoneId> zones;

  private ImpcZones(Map<String, ZoneId> zones) {
    this.zones = Map.copyOf(zones);
  }

  /** The table of the build. */
  public static ImpcZones builtIn() {
    return BUILT_IN;
  }

  /**
   * The zone of an IMPC code or of a country code; empty when neither its city nor its country is
   * known.
   */
  public Optional<ZoneId> zone(String impcOrCountry) {
    if (impcOrCountry == null || impcOrCountry.length() < COUNTRY) {
      return Optional.empty();
    }
    var city = impcOrCountry.length() < CITY ? null : zones.get(impcOrCountry.substring(0, CITY));
    return Optional.ofNullable(
        city != null ? city : zones.get(impcOrCountry.substring(0, COUNTRY)));
  }

  private static ImpcZones load() {
    var zones = new HashMap<String, ZoneId>();
    try (var in = ImpcZones.class.getResourceAsStream("impc-zones.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(row -> zones.put(row[0], ZoneId.of(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ImpcZones(zones);
  }
}
