package org.chasqui.rule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.chasqui.profile.CodecFormats;
import org.chasqui.profile.ConfigurationException;
import org.chasqui.profile.Profiles;

/** Rules of one administration, read from files as an operator writes them. */
final class Rules {
  private static final String RATES = "from,to,rate,validFrom,validTo,source,confidence\n";

  private Rules() {}

  /** The shipped profile of a country with other rules and rates. */
  static Profiles profiles(Path folder, String country, String rules, String rates)
      throws IOException, ConfigurationException {
    var shipped = Files.readString(Path.of("config/administrations/" + country + ".yaml"));
    int from = shipped.indexOf("\nthresholds:");
    int to = shipped.indexOf("\nmarks:");
    write(
        folder.resolve("administrations/" + country + ".yaml"),
        shipped.substring(0, from + 1) + rules + shipped.substring(to));
    write(folder.resolve("rates/rates.csv"), RATES + rates);
    write(
        folder.resolve("codelists/check-digits.yaml"),
        Files.readString(Path.of("config/codelists/check-digits.yaml")));
    return Profiles.load(folder, Map.of(), CodecFormats.catalog());
  }

  /** Without any rate. */
  static Conversion conversion() {
    try {
      var shipped = Profiles.load(Path.of("config"), Map.of(), CodecFormats.catalog());
      return new Conversion(shipped.rates(), Map.of());
    } catch (ConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
