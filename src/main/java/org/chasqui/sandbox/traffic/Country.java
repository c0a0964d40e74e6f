package org.chasqui.sandbox.traffic;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.chasqui.profile.Identity;

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

  /** A country of which nothing is listed; office, city and telephone are invented. */
  static Country of(Identity administration, Set<String> languages) {
    var code = administration.countryCode();
    var spoken = administration.languages().stream().filter(languages::contains).findFirst();
    var office = code + "XXXA";
    return new Country(
        code,
        code + "A",
        spoken.orElse("en"),
        administration.zone(),
        office,
        office,
        "+999",
        "",
        List.of(new City(administration.countryNames().getOrDefault("en", code), null, "")));
  }

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
