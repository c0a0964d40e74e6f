package org.chasqui.codec.edifact;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes definitions of the trees of definition files; a mistake names the file and the entry. */
final class DefinitionParser {
  private static final Pattern ELEMENT =
      Pattern.compile("(\\w{4}) ([MC])(?: (\\d+))?(?: ((?:an|a|n)(?:\\.\\.)?\\d+)| \\[(.*)])");
  private static final Pattern USE = Pattern.compile("(\\w+) ([MC]) (\\d+)");
  private static final Set<String> KEYS =
      Set.of(
          "segment",
          "group",
          "content",
          "qualifier",
          "codes",
          "other",
          "required",
          "each",
          "allowed",
          "mandatory",
          "formats",
          "note");

  /** Says in {@code items} that the message is one item. */
  private static final String WHOLE = "message";

  private final Map<String, SegmentDefinition> directory = new HashMap<>();
  private String file;

  DefinitionParser(JsonNode segments) {
    segments
        .path("segments")
        .fields()
        .forEachRemaining(entry -> directory.put(entry.getKey(), segment(entry)));
  }

  MessageDefinition message(String name, JsonNode tree) {
    file = name;
    var root = new Use.Groups(WHOLE, 1, 1, content(tree.path("content")));
    return new MessageDefinition(
        text(tree, "message"),
        text(tree, "layout"),
        text(tree, "status"),
        text(tree.path("header"), "version"),
        text(tree.path("header"), "release"),
        text(tree.path("header"), "agency"),
        tree.path("header").path("association").asText(null),
        root,
        item(root, text(tree, "items")));
  }

  private Use.Groups item(Use.Groups root, String name) {
    if (name.equals(WHOLE)) {
      return root;
    }
    return root.content().stream()
        .filter(use -> use instanceof Use.Groups group && group.name().equals(name))
        .map(Use.Groups.class::cast)
        .findFirst()
        .orElseThrow(() -> wrong("items: no group " + name));
  }

  private List<Use> content(JsonNode entries) {
    var uses = new ArrayList<Use>();
    entries.forEach(entry -> uses.add(use(entry)));
    return List.copyOf(uses);
  }

  private Use use(JsonNode entry) {
    entry
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw wrong("unknown key " + key);
              }
            });
    boolean group = entry.has("group");
    var match = USE.matcher(text(entry, group ? "group" : "segment"));
    if (!match.matches()) {
      throw wrong("not of the form NAME M 1: " + entry);
    }
    int min = match.group(2).equals("M") ? 1 : 0;
    int max = Integer.parseInt(match.group(3));
    return group
        ? new Use.Groups(match.group(1), min, max, content(entry.path("content")))
        : segments(match.group(1), min, max, entry);
  }

  private Use.Segments segments(String tag, int min, int max, JsonNode entry) {
    var definition = directory.get(tag);
    if (definition == null) {
      throw wrong("segment " + tag + " is not in the directory");
    }
    return new Use.Segments(
        narrowed(definition, entry),
        min,
        max,
        entry.has("qualifier") ? Use.Place.of(entry.path("qualifier").asText()) : null,
        codes(entry.path("codes")),
        entry.path("other").asText("refuse").equals("warn"),
        strings(entry.path("required")),
        entry.path("each").asInt(max));
  }

  private static SegmentDefinition narrowed(SegmentDefinition directory, JsonNode entry) {
    var mandatory = places(entry.path("mandatory"));
    var allowed = allowed(entry.path("allowed"));
    var formats = formats(entry.path("formats"));
    var elements = new ArrayList<SegmentDefinition.Element>();
    for (var element : directory.elements()) {
      int e = elements.size() + 1;
      boolean needed = element.mandatory();
      var components = new ArrayList<SegmentDefinition.Component>();
      for (var component : element.components()) {
        var place = new Use.Place(e, components.size() + 1);
        needed |= mandatory.contains(place);
        components.add(
            new SegmentDefinition.Component(
                component.id(),
                component.mandatory() || mandatory.contains(place),
                formats.getOrDefault(place, component.format()),
                allowed.getOrDefault(place, Set.of())));
      }
      elements.add(new SegmentDefinition.Element(element.id(), needed, List.copyOf(components)));
    }
    return new SegmentDefinition(directory.tag(), List.copyOf(elements));
  }

  private static Map<String, String> codes(JsonNode node) {
    var codes = new LinkedHashMap<String, String>();
    node.fields().forEachRemaining(code -> codes.put(code.getKey(), code.getValue().asText()));
    return codes;
  }

  private static Map<Use.Place, Set<String>> allowed(JsonNode node) {
    var allowed = new LinkedHashMap<Use.Place, Set<String>>();
    node.fields()
        .forEachRemaining(
            place -> allowed.put(Use.Place.of(place.getKey()), strings(place.getValue())));
    return allowed;
  }

  private static Map<Use.Place, DataFormat> formats(JsonNode node) {
    var formats = new LinkedHashMap<Use.Place, DataFormat>();
    node.fields()
        .forEachRemaining(
            place ->
                formats.put(
                    Use.Place.of(place.getKey()), DataFormat.of(place.getValue().asText())));
    return formats;
  }

  private static Set<Use.Place> places(JsonNode node) {
    var places = new LinkedHashSet<Use.Place>();
    node.forEach(place -> places.add(Use.Place.of(place.asText())));
    return places;
  }

  private static Set<String> strings(JsonNode node) {
    var strings = new LinkedHashSet<String>();
    node.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private SegmentDefinition segment(Map.Entry<String, JsonNode> entry) {
    var elements = new ArrayList<SegmentDefinition.Element>();
    for (var line : entry.getValue()) {
      var match = ELEMENT.matcher(line.asText());
      if (!match.matches()) {
        throw new IllegalStateException("segment " + entry.getKey() + ": " + line.asText());
      }
      boolean mandatory = match.group(2).equals("M");
      int times = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      for (int i = 0; i < times; i++) {
        boolean first = i == 0;
        elements.add(
            new SegmentDefinition.Element(
                match.group(1), mandatory && first, components(match.group(1), match)));
      }
    }
    return new SegmentDefinition(entry.getKey().intern(), List.copyOf(elements));
  }

  private static List<SegmentDefinition.Component> components(String id, Matcher element) {
    if (element.group(4) != null) {
      var format = DataFormat.of(element.group(4));
      return List.of(new SegmentDefinition.Component(id, true, format, Set.of()));
    }
    var components = new ArrayList<SegmentDefinition.Component>();
    for (var part : element.group(5).split(" \\| ", -1)) {
      var words = part.trim().split(" ", -1);
      components.add(
          new SegmentDefinition.Component(
              words[0], words[1].equals("M"), DataFormat.of(words[2]), Set.of()));
    }
    return List.copyOf(components);
  }

  private String text(JsonNode node, String key) {
    if (!node.has(key)) {
      throw wrong("key " + key + " is missing");
    }
    return node.path(key).asText();
  }

  private IllegalStateException wrong(String what) {
    return new IllegalStateException("EDIFACT definition " + file + ": " + what);
  }
}
