package org.chasqui.sandbox.traffic;

import java.time.ZoneId;
import java.util.List;

/**
 * One end of a lane.
 *
 * @param code ISO 3166-1 alpha-2
 * @param operator operator code of its post
 * @param language of names, addresses and descriptions
 * @param importOffice IMPC of the office that receives
 * @param exportOffice IMPC of the office that sends
 * @param idForm scheme and form of a person's id, or empty: see {@code countries.txt}
 */
record Country(
    String code,
    String operator,
    String language,
    ZoneId zone,
    String importOffice,
    String exportOffice,
    String phonePrefix,
    String idForm,
    List<City> cities) {

  static Country parse(String line) {
    var cells = line.split("\\|", -1);
    var cities =
        List.of(cells[8].split(";")).stream()
            .map(text -> text.split(",", -1))
            .map(parts -> new City(parts[0], parts[1], parts[2]))
            .toList();
    return new Country(
        cells[0],
        cells[1],
        cells[2],
        ZoneId.of(cells[3]),
        cells[4],
        cells[5],
        cells[6],
        cells[7],
        cities);
  }
}
