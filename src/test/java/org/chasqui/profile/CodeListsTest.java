package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every list says where it is from, of which edition it is and how long that holds. */
class CodeListsTest {
  private static final Path CONFIG = Path.of("config");
  private static final Path LISTS = CONFIG.resolve("codelists");

  private static List<List<String>> index() {
    return CsvFile.rows(
        CONFIG,
        "codelists/lists.csv",
        7,
        fault -> {
          throw new AssertionError(fault);
        });
  }

  @Test
  void everyFileIsInTheIndexAndEveryRowHasItsFile() throws IOException {
    var named = new ArrayList<String>();
    for (var row : index()) {
      if (!row.get(1).equals("JDK")) {
        named.add(row.get(1));
      }
    }
    try (var files = Files.list(LISTS)) {
      var there =
          files
              .filter(Files::isRegularFile)
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("README.md") && !name.equals("lists.csv"))
              .toList();
      assertThat(named).containsExactlyInAnyOrderElementsOf(there);
    }
  }

  @Test
  void everyListHasSourceEditionStandingAndDates() {
    for (var row : index()) {
      assertThat(row.get(2)).as("source of %s", row.getFirst()).isNotBlank();
      assertThat(row.get(3)).as("edition of %s", row.getFirst()).isNotBlank();
      assertThat(row.get(6)).as("standing of %s", row.getFirst()).isNotBlank();
      if (row.get(1).equals("JDK")) {
        continue;
      }
      var from = LocalDate.parse(row.get(4));
      if (!row.get(5).isEmpty()) {
        assertThat(LocalDate.parse(row.get(5))).isAfter(from);
      }
    }
  }

  @Test
  void noCodeOfAListStandsTwice() throws IOException {
    for (var name :
        List.of(
            "event-actions",
            "mail-categories",
            "mail-subclasses",
            "natures",
            "packages",
            "un-status-reasons",
            "units",
            "emsevt-events",
            "ips-events",
            "resdit-events",
            "impc-zones")) {
      var codes = new HashSet<String>();
      for (var line : Files.readAllLines(LISTS.resolve(name + ".csv"))) {
        if (!line.startsWith("#")) {
          assertThat(codes.add(line.split(",", 2)[0])).as("%s %s", name, line).isTrue();
        }
      }
      assertThat(codes).hasSizeGreaterThan(1);
    }
  }

  @Test
  void everyCountryOfACentreHasAZoneUnlessItIsNoneOrHasMany() throws IOException {
    var zones = new HashSet<String>();
    for (var line : Files.readAllLines(LISTS.resolve("impc-zones.csv"))) {
      var row = line.split(",", 2);
      if (!row[0].equals("prefix")) {
        assertThat(ZoneId.getAvailableZoneIds()).contains(row[1]);
        zones.add(row[0]);
      }
    }
    var without = new HashSet<String>();
    for (var row : CsvFile.rows(CONFIG, "codelists/impc.csv", 3, fault -> {})) {
      var country = row.getFirst().substring(0, 2);
      if (!zones.contains(country)) {
        without.add(country);
      }
    }
    // the Antarctic, and codes of the UPU's that stand for no country
    assertThat(without).isSubsetOf("AQ", "QM", "QN", "XZ", "ZZ");
  }
}
