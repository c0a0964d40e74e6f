package org.chasqui.codec.upu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class CodeTablesTest {

  @Test
  void aPlaceHasTheZoneOfItsCityElseOfItsCountry() {
    var zones = ImpcZones.builtIn();
    assertThat(zones.zone("CLIPCA")).contains(ZoneId.of("Pacific/Easter"));
    assertThat(zones.zone("CLSCLA")).contains(ZoneId.of("America/Santiago"));
    assertThat(zones.zone("USLAXA")).contains(ZoneId.of("America/Los_Angeles"));
    assertThat(zones.zone("PE")).contains(ZoneId.of("America/Lima"));
    assertThat(zones.zone("ZZ")).isEmpty();
    assertThat(zones.zone(null)).isEmpty();
  }

  @Test
  void anIdHasTheOnlySchemeOfItsCountryThatItFits() {
    assertThat(IdSchemes.of("BR", "390.533.447-05", "?")).isEqualTo("CPF");
    assertThat(IdSchemes.of("BR", "12.ABC.345/01DE-35", "?")).isEqualTo("CNPJ");
    assertThat(IdSchemes.of("CL", "76123456-0", "?")).isEqualTo("RUT");
    assertThat(IdSchemes.of("CO", "1234567890", "?")).isEqualTo("?");
    assertThat(IdSchemes.of("XX", "1", "?")).isEqualTo("?");
  }

  @Test
  void theSchemesAreThoseOfTheProfiles() throws IOException {
    var yaml = new ObjectMapper(new YAMLFactory());
    var rows = new ArrayList<String>();
    try (var files = Files.list(Path.of("config/administrations"))) {
      for (var file : files.sorted().toList()) {
        var profile = yaml.readTree(file.toFile());
        for (var id : profile.path("identifiers")) {
          // of a form that ended only the one that followed stands in the table
          if (id.has("validTo")) {
            continue;
          }
          var country = profile.path("party").path("country").asText();
          rows.add(
              "%s,%s,\"%s\""
                  .formatted(country, id.path("scheme").asText(), id.path("pattern").asText()));
        }
      }
    }
    assertThat(Files.readAllLines(Path.of("config/codelists/id-schemes.csv")))
        .as("config/codelists/id-schemes.csv follows the identifiers of config/administrations")
        .startsWith("country,scheme,pattern")
        .containsAll(rows)
        .hasSize(rows.size() + 1);
  }
}
