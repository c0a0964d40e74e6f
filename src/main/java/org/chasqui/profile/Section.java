package org.chasqui.profile;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of one mapping. Each question is answered or leaves a fault with file, line, key, rule
 * and value, and then gives null, so that all faults of a file are found in one reading.
 */
final class Section {
  private final ConfigSource source;
  private final ConfigNode.Mapping mapping;
  private final String path;
  private final boolean silent;
  private final Set<String> known = new LinkedHashSet<>();

  /** A silent section leaves no faults: what is wrong with it has been told already. */
  Section(ConfigSource source, ConfigNode.Mapping mapping, String path, boolean silent) {
    this.source = source;
    this.mapping = mapping;
    this.path = path;
    this.silent = silent;
  }

  /** Dotted path in the file, empty at the top. */
  String path() {
    return path;
  }

  /** The keys that were asked for. */
  Set<String> known() {
    return known;
  }

  /** True when the key is in the file; it need not be known for that. */
  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** A text that must be there. */
  String text(String key) {
    return value(key, null, "must be a text", Function.identity());
  }

  /** A text, or another when the key is absent. */
  String text(String key, String otherwise) {
    return has(key) ? text(key) : absent(key, otherwise);
  }

  /**
   * A parsed value.
   *
   * @param otherwise what an absent key stands for, with placeholders; null when it must be there
   * @param rule what must hold, for people
   * @param parser throws {@link IllegalArgumentException} or {@link DateTimeException} when it does
   *     not hold
   */
  <T> T value(String key, String otherwise, String rule, Function<String, T> parser) {
    known.add(key);
    var node = mapping.entries().get(key);
    if (node == null && otherwise == null) {
      tell(mapping.line(), path(key), "is missing: it " + rule, null);
      return null;
    }
    int line = node == null ? mapping.line() : node.line();
    var text =
        node == null ? source.fill(otherwise, line, path(key)) : scalar(node, path(key), rule);
    return text == null ? null : parse(text, line, path(key), rule, parser);
  }

  /** A parsed value, or null when the key is absent. */
  <T> T optional(String key, String rule, Function<String, T> parser) {
    return has(key) ? value(key, null, rule, parser) : absent(key, null);
  }

  /** A section that must be there; a silent one after the fault. */
  Section section(String key) {
    if (!has(key)) {
      known.add(key);
      tell(mapping.line(), path(key), "is missing", null);
      return absentSection(key, true);
    }
    return optionalSection(key);
  }

  /** A section, empty when absent. */
  Section optionalSection(String key) {
    known.add(key);
    var node = mapping.entries().get(key);
    if (node instanceof ConfigNode.Mapping found) {
      return source.section(found, path(key));
    }
    if (node != null) {
      tell(node.line(), path(key), "must hold keys with values", null);
    }
    return absentSection(key, node != null);
  }

  /** A list of sections, empty when absent. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    var elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      var elementPath = path(key) + "[" + i + "]";
      if (elements.get(i) instanceof ConfigNode.Mapping found) {
        sections.add(source.section(found, elementPath));
      } else {
        tell(elements.get(i).line(), elementPath, "must hold keys with values", null);
      }
    }
    return sections;
  }

  /** A list of parsed values, empty when absent; what cannot be parsed is left out. */
  <T> List<T> values(String key, String rule, Function<String, T> parser) {
    List<T> values = new ArrayList<>();
    var elements = elements(key);
    for (int i = 0; i < elements.size(); i++) {
      var elementPath = path(key) + "[" + i + "]";
      var text = scalar(elements.get(i), elementPath, rule);
      var value =
          text == null ? null : parse(text, elements.get(i).line(), elementPath, rule, parser);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** All keys of this section with their texts; every key is welcome. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    mapping.entries().keySet().forEach(key -> texts.put(key, text(key)));
    texts.values().removeIf(text -> text == null);
    return texts;
  }

  /** A code map: keys with values, or the name of a CSV file of two columns below the folder. */
  Map<String, String> codeMap(String key) {
    if (mapping.entries().get(key) instanceof ConfigNode.Scalar) {
      var file = text(key);
      return file == null ? Map.of() : source.codeMap(file, mapping.entries().get(key), path(key));
    }
    return section(key).texts();
  }

  /** The keys of this section, whatever they hold. */
  Set<String> keys() {
    return mapping.entries().keySet();
  }

  /** True when a list has an element, whatever it is, or is no list, which is told elsewhere. */
  boolean holds(String key) {
    var node = mapping.entries().get(key);
    return node != null && !(node instanceof ConfigNode.Listing list && list.elements().isEmpty());
  }

  /** Tells a fault of a key, or of the section when the key is empty. */
  void fault(String key, String rule, String value) {
    var node = mapping.entries().get(key);
    tell(
        node == null ? mapping.line() : node.line(), key.isEmpty() ? path : path(key), rule, value);
  }

  void reportUnknownKeys() {
    mapping
        .entries()
        .forEach(
            (key, node) -> {
              if (!known.contains(key)) {
                tell(
                    node.line(),
                    path(key),
                    "is not a key of this place; known are " + String.join(", ", known),
                    null);
              }
            });
  }

  private List<ConfigNode> elements(String key) {
    known.add(key);
    var node = mapping.entries().get(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof ConfigNode.Listing listing) {
      return listing.elements();
    }
    tell(node.line(), path(key), "must be a list", null);
    return List.of();
  }

  private String scalar(ConfigNode node, String at, String rule) {
    if (node instanceof ConfigNode.Scalar scalar && scalar.text() != null) {
      return source.fill(scalar.text(), scalar.line(), at);
    }
    tell(node.line(), at, rule, node instanceof ConfigNode.Scalar ? "" : null);
    return null;
  }

  private <T> T parse(String text, int line, String at, String rule, Function<String, T> parser) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      tell(line, at, rule, text);
      return null;
    }
  }

  private <T> T absent(String key, T otherwise) {
    known.add(key);
    return otherwise;
  }

  private Section absentSection(String key, boolean told) {
    var empty = new ConfigNode.Mapping(new LinkedHashMap<>(), mapping.line());
    return new Section(source, empty, path(key), told || silent);
  }

  private void tell(int line, String key, String rule, String value) {
    if (!silent) {
      source.fault(line, key, rule, value);
    }
  }

  private String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
