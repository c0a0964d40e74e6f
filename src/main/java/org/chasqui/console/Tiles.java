package org.chasqui.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The schematic map: where each country stands, from {@code tiles.csv}. */
final class Tiles {
  private static final Map<String, Tile> BY_COUNTRY = load();

  private Tiles() {}

  /** A cell of the grid, counted from 1. */
  record Tile(int column, int row) {
    String cssClass() {
      return "tile c" + column + " r" + row;
    }
  }

  /** The cell of a country; null when it stands on no map. */
  static Tile of(String countryCode) {
    return BY_COUNTRY.get(countryCode);
  }

  private static Map<String, Tile> load() {
    var tiles = new HashMap<String, Tile>();
    try (var in = Tiles.class.getResourceAsStream("tiles.csv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(","))
          .forEach(
              cells ->
                  tiles.put(
                      cells[0], new Tile(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tiles;
  }
}
