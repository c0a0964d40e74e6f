package org.chasqui.codec.edifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A value of a definition file that knows its place. Each question is answered or leaves a fault,
 * so that one reading finds all of them.
 */
final class DefinitionNode {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,8}");

  /** What all nodes of a file share. */
  private record File(String name, Map<String, Integer> lines, Consumer<DefinitionFault> faults) {}

  private final File file;
  private final JsonNode node;
  private final String pointer;
  private final String path;

  private DefinitionNode(File file, JsonNode node, String pointer, String path) {
    this.file = file;
    this.node = node;
    this.pointer = pointer;
    this.path = path;
  }

  /** Reads a file; after a fault that leaves nothing to read it is empty. */
  static DefinitionNode read(String name, byte[] content, Consumer<DefinitionFault> faults)
      throws IOException {
    try {
      var file = new File(name, lines(content), faults);
      return new DefinitionNode(file, YAML.readTree(content), "", "");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      var told = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
      faults.accept(new DefinitionFault(name, line, "", "must be YAML: " + told, null));
      return absent(name);
    }
  }

  /** Of a file that cannot be read, which is told already: nothing more is told of it. */
  static DefinitionNode absent(String name) {
    var file = new File(name, Map.of(), toldAlready -> {});
    return new DefinitionNode(file, MissingNode.getInstance(), "", "");
  }

  private static Map<String, Integer> lines(byte[] content) throws IOException {
    var lines = new HashMap<String, Integer>();
    try (var parser = YAML.getFactory().createParser(content)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
          var pointer = parser.getParsingContext().pathAsPointer().toString();
          lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        }
      }
    }
    return lines;
  }

  boolean has(String key) {
    return node.has(key);
  }

  DefinitionNode child(String key) {
    var dotted = path.isEmpty() ? key : path + "." + key;
    return new DefinitionNode(file, node.path(key), pointer + "/" + escaped(key), dotted);
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  /** A text that must be there; empty after the fault. */
  String text(String key) {
    var value = child(key);
    if (!value.node.isValueNode() || value.node.isNull() || value.node.asText().isBlank()) {
      fault("needs the key " + key, null);
      return "";
    }
    return value.node.asText();
  }

  /** A text, or another when the key is absent. */
  String text(String key, String otherwise) {
    return node.has(key) ? text(key) : otherwise;
  }

  /** A whole number above zero, or another when the key is absent. */
  int number(String key, int otherwise) {
    var text = text(key, String.valueOf(otherwise));
    if (!WHOLE.matcher(text).matches()) {
      child(key).fault("must be a whole number above zero", text);
      return otherwise;
    }
    return Integer.parseInt(text);
  }

  /** The text of this value itself; null when it is none. */
  String itself() {
    return node.isValueNode() && !node.isNull() ? node.asText() : null;
  }

  /** The elements of a list, none when the key is absent. */
  List<DefinitionNode> elements(String key) {
    return node.has(key) ? child(key).elements() : List.of();
  }

  /** The elements of this list. */
  private List<DefinitionNode> elements() {
    if (!node.isArray()) {
      fault("must be a list", itself());
      return List.of();
    }
    var elements = new ArrayList<DefinitionNode>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new DefinitionNode(file, node.get(i), pointer + "/" + i, path + "[" + i + "]"));
    }
    return elements;
  }

  /** The texts of this list. */
  Set<String> texts() {
    var texts = new LinkedHashSet<String>();
    for (var element : elements()) {
      if (element.itself() == null || element.node.isBoolean()) {
        element.fault(
            "must be a text; YAML takes YES, NO, ON and OFF for one only in quotes", null);
      } else {
        texts.add(element.itself());
      }
    }
    return texts;
  }

  /** The values below this one by their keys. */
  Map<String, DefinitionNode> entries() {
    var entries = new LinkedHashMap<String, DefinitionNode>();
    node.fieldNames().forEachRemaining(key -> entries.put(key, child(key)));
    return entries;
  }

  /** Tells each key that is none of these. */
  void only(Set<String> keys) {
    entries()
        .forEach(
            (key, value) -> {
              if (!keys.contains(key)) {
                value.fault("is not a key of this place; known are " + known(keys), null);
              }
            });
  }

  private static String known(Set<String> keys) {
    return String.join(", ", keys.stream().sorted().toList());
  }

  void fault(String rule, String value) {
    var at = pointer;
    while (!file.lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    int line = file.lines.getOrDefault(at, 0);
    file.faults.accept(new DefinitionFault(file.name, line, path, rule, value));
  }
}
