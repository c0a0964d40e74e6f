package org.chasqui.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.PartyRole;

/** Reads all files of parties and checks what must hold between them. */
final class ProfileLoader {
  private static final String ENDING = ".yaml";

  private final Path configDir;
  private final Map<String, String> environment;
  private final FormatCatalog formats;
  private final Set<ConfigurationFault> faults = new LinkedHashSet<>();
  private final Map<String, String> owners = new HashMap<>();

  ProfileLoader(Path configDir, Map<String, String> environment, FormatCatalog formats) {
    this.configDir = configDir;
    this.environment = environment;
    this.formats = formats;
  }

  Profiles load() throws ConfigurationException {
    var algorithms = algorithms();
    List<Profile> all = new ArrayList<>();
    all.addAll(folder("administrations", algorithms.keySet()));
    all.addAll(folder("operators", algorithms.keySet()));
    all.addAll(folder("marketplaces", algorithms.keySet()));
    var rates = DatedRates.load(configDir, faults::add);
    if (!faults.isEmpty()) {
      var order =
          Comparator.comparing(ConfigurationFault::file)
              .thenComparing(ConfigurationFault::line)
              .thenComparing(ConfigurationFault::key);
      throw new ConfigurationException(faults.stream().sorted(order).toList());
    }
    return new Profiles(all, new IdentifierChecks(algorithms), rates);
  }

  private Map<String, List<CheckStep>> algorithms() {
    var file = configDir.resolve("codelists/check-digits" + ENDING);
    if (!Files.exists(file)) {
      return Map.of();
    }
    var source = source("codelists/check-digits" + ENDING);
    var algorithms = CheckDigitReader.read(source.read());
    source.reportUnknownKeys();
    return algorithms;
  }

  private List<Profile> folder(String folder, Set<String> algorithms) {
    List<Profile> profiles = new ArrayList<>();
    for (var file : files(configDir.resolve(folder))) {
      var name = file.getFileName().toString();
      var source = source(folder + "/" + name);
      int before = faults.size();
      var top = source.read();
      var id = name.substring(0, name.length() - ENDING.length());
      var profile = new ProfileReader(top, formats, algorithms).read(id);
      source.reportUnknownKeys();
      checkFolder(folder, profile, top);
      if (faults.size() == before) {
        checkUnique(folder + "/" + name, profile);
      }
      profiles.add(profile);
    }
    return profiles;
  }

  private static void checkFolder(String folder, Profile profile, Section top) {
    var role = profile.identity().role();
    if (role != null && !folderOf(role).equals(folder)) {
      top.section("party")
          .fault(
              "role",
              "must be customs in administrations, marketplace in marketplaces, another in operators",
              null);
    }
  }

  private static String folderOf(PartyRole role) {
    return switch (role) {
      case CUSTOMS -> "administrations";
      case MARKETPLACE -> "marketplaces";
      default -> "operators";
    };
  }

  private void checkUnique(String file, Profile profile) {
    var identity = profile.identity();
    claim(file, "party", "id", identity.id());
    claim(file, "party.code", "address", identity.address().urn());
    identity.ediIds().forEach(ediId -> claim(file, "party.ediIds", "EDI id", ediId));
  }

  private void claim(String file, String key, String what, String value) {
    var owner = owners.putIfAbsent(what + " " + value, file);
    if (owner != null) {
      faults.add(
          new ConfigurationFault(
              file, 0, key, "must be unique: " + owner + " has the same " + what, value));
    }
  }

  private ConfigSource source(String name) {
    return new ConfigSource(configDir, name, environment, faults::add);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(ENDING))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
