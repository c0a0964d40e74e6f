package org.chasqui.sandbox.traffic;

import java.util.List;
import java.util.Map;

/**
 * A kind of thing that people send.
 *
 * @param descriptions by language
 * @param leastDollars a piece
 * @param leastGrams a piece
 */
record Ware(
    String hsCode,
    Map<String, String> descriptions,
    int leastDollars,
    int mostDollars,
    int leastGrams,
    int mostGrams,
    List<String> origins) {

  static Ware parse(String line) {
    var cells = line.split("\\|", -1);
    var dollars = cells[5].split(" ");
    var grams = cells[6].split(" ");
    return new Ware(
        cells[0],
        Map.of("es", cells[1], "pt", cells[2], "en", cells[3], "fr", cells[4]),
        Integer.parseInt(dollars[0]),
        Integer.parseInt(dollars[1]),
        Integer.parseInt(grams[0]),
        Integer.parseInt(grams[1]),
        List.of(cells[7].split(" ")));
  }
}
