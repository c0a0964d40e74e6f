package org.chasqui.profile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One file of configuration while it is read: gathers faults and the keys that were asked for. */
final class ConfigSource {
  private final Path configDir;
  private final String file;
  private final Placeholders placeholders;
  private final Consumer<ConfigurationFault> faults;
  private final List<Section> sections = new ArrayList<>();

  /** {@code file} is the path below the folder, which names it in faults. */
  ConfigSource(
      Path configDir,
      String file,
      Map<String, String> environment,
      Consumer<ConfigurationFault> faults) {
    this.configDir = configDir;
    this.file = file;
    this.placeholders = new Placeholders(environment);
    this.faults = faults;
  }

  /** The keys at the top of the file. */
  Section read() {
    var mapping = new YamlReader(file, faults).read(configDir.resolve(file));
    return mapping
        .map(read -> section(read, ""))
        .orElseGet(
            () -> new Section(this, new ConfigNode.Mapping(new LinkedHashMap<>(), 1), "", true));
  }

  Section section(ConfigNode.Mapping mapping, String path) {
    var section = new Section(this, mapping, path, false);
    sections.add(section);
    return section;
  }

  /** Reports each key that nobody asked for; to be called when all is read. */
  void reportUnknownKeys() {
    sections.forEach(Section::reportUnknownKeys);
  }

  /** The keys that were asked for, by section; elements of a list count as one section. */
  Map<String, Set<String>> knownKeys() {
    Map<String, Set<String>> known = new TreeMap<>();
    for (var section : sections) {
      known
          .computeIfAbsent(section.path().replaceAll("\\[\\d+]", "[]"), path -> new TreeSet<>())
          .addAll(section.known());
    }
    return known;
  }

  /** Reads a code map from a CSV file; a code given twice is a fault of that file. */
  Map<String, String> codeMap(String csv, ConfigNode named, String key) {
    if (!Files.isRegularFile(configDir.resolve(csv))) {
      fault(named.line(), key, "must hold codes or name a CSV file of the configuration", csv);
      return Map.of();
    }
    Map<String, String> codes = new LinkedHashMap<>();
    for (var row : CsvFile.rows(configDir, csv, 2, faults)) {
      if (codes.put(row.getFirst(), row.getLast()) != null) {
        faults.accept(new ConfigurationFault(csv, 0, row.getFirst(), "is given twice", null));
      }
    }
    return codes;
  }

  void fault(int line, String key, String rule, String value) {
    faults.accept(new ConfigurationFault(file, line, key, rule, value));
  }

  String fill(String text, int line, String key) {
    return placeholders.fill(
        text, name -> fault(line, key, "needs " + name + " in the environment", null));
  }
}
