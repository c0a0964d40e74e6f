package org.chasqui.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One file of configuration while it is read: gathers faults and the keys that were asked for. */
final class ConfigSource {
  private final String file;
  private final Placeholders placeholders;
  private final Consumer<ConfigurationFault> faults;
  private final List<Section> sections = new ArrayList<>();

  /** {@code file} is the name in faults. */
  ConfigSource(
      String file, Map<String, String> environment, Consumer<ConfigurationFault> faults) {
    this.file = file;
    this.placeholders = new Placeholders(environment);
    this.faults = faults;
  }

  /** The keys at the top of the file. */
  Section read(Path path) {
    return section(new YamlReader(file, faults).read(path), "");
  }

  Section section(ConfigNode.Mapping mapping, String path) {
    var section = new Section(this, mapping, path);
    sections.add(section);
    return section;
  }

  /** Reports each key that nobody asked for; to be called when all is read. */
  void reportUnknownKeys() {
    sections.forEach(Section::reportUnknownKeys);
  }

  void fault(int line, String key, String rule, String value) {
    faults.accept(new ConfigurationFault(file, line, key, rule, value));
  }

  String fill(String text, int line, String key) {
    return placeholders.fill(
        text, name -> fault(line, key, "needs " + name + " in the environment", null));
  }
}
