package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a directory of segments of its file, and narrows a segment for its use in a message. */
final class SegmentParser {
  private static final String FORM = "must be of the form 'C507 M [2005 M an..3 | 2380 C an..35]'";
  private static final Pattern ELEMENT =
      Pattern.compile("(\\w{4}) ([MC])(?: ([1-9]\\d?))?(?: ((?:an|a|n)(?:\\.\\.)?\\d+)| \\[(.*)])");
  private static final Pattern COMPONENT =
      Pattern.compile("(\\w{4}) ([MC]) ((?:an|a|n)(?:\\.\\.)?\\d{1,4})");
  private static final Pattern PLACE = Pattern.compile("[1-9]\\d?(\\.[1-9]\\d?)?");

  private SegmentParser() {}

  /** The segments of a file by their tags. */
  static Map<String, SegmentDefinition> directory(DefinitionNode file) {
    var directory = new HashMap<String, SegmentDefinition>();
    file.only(Set.of("directory", "segments"));
    if (!file.has("segments")) {
      file.fault("needs the key segments", null);
    }
    var segments = file.child("segments");
    segments
        .entries()
        .keySet()
        .forEach(
            tag ->
                directory.put(
                    tag, new SegmentDefinition(tag.intern(), elements(segments.elements(tag)))));
    return directory;
  }

  private static List<SegmentDefinition.Element> elements(List<DefinitionNode> lines) {
    var elements = new ArrayList<SegmentDefinition.Element>();
    for (var line : lines) {
      var match = ELEMENT.matcher(line.itself() == null ? "" : line.itself());
      if (!match.matches()) {
        line.fault(FORM, line.itself());
        continue;
      }
      boolean mandatory = match.group(2).equals("M");
      int times = match.group(3) == null ? 1 : Integer.parseInt(match.group(3));
      var components = components(line, match);
      for (int i = 0; i < times; i++) {
        elements.add(
            new SegmentDefinition.Element(match.group(1), mandatory && i == 0, components));
      }
    }
    return List.copyOf(elements);
  }

  private static List<SegmentDefinition.Component> components(DefinitionNode line, Matcher match) {
    if (match.group(4) != null) {
      var format = DataFormat.of(match.group(4));
      return List.of(new SegmentDefinition.Component(match.group(1), true, format, Set.of()));
    }
    var components = new ArrayList<SegmentDefinition.Component>();
    for (var part : match.group(5) == null ? new String[0] : match.group(5).split("\\|", -1)) {
      var words = COMPONENT.matcher(part.trim());
      if (words.matches()) {
        components.add(
            new SegmentDefinition.Component(
                words.group(1),
                words.group(2).equals("M"),
                DataFormat.of(words.group(3)),
                Set.of()));
      } else {
        line.fault(FORM, line.itself());
      }
    }
    return List.copyOf(components);
  }

  /** The segment with what an entry of a message says of its places. */
  static SegmentDefinition narrowed(SegmentDefinition segment, DefinitionNode entry) {
    var mandatory = new HashSet<Use.Place>();
    entry.elements("mandatory").forEach(node -> mandatory.add(place(segment, node, node.itself())));
    var allowed = places(segment, entry.child("allowed"));
    var formats = places(segment, entry.child("formats"));
    var elements = new ArrayList<SegmentDefinition.Element>();
    for (var element : segment.elements()) {
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
                format(formats.get(place), component.format()),
                codes(allowed.get(place))));
      }
      elements.add(new SegmentDefinition.Element(element.id(), needed, List.copyOf(components)));
    }
    return new SegmentDefinition(segment.tag(), List.copyOf(elements));
  }

  private static Map<Use.Place, DefinitionNode> places(
      SegmentDefinition segment, DefinitionNode places) {
    var found = new LinkedHashMap<Use.Place, DefinitionNode>();
    places.entries().forEach((key, node) -> found.put(place(segment, node, key), node));
    return found;
  }

  /** The places that fill a field of the regional message, by the field. */
  static Map<String, Use.Place> fills(SegmentDefinition segment, DefinitionNode entry) {
    var fills = new LinkedHashMap<String, Use.Place>();
    var given = entry.child("fills");
    for (var key : given.entries().keySet()) {
      fills.put(given.text(key), place(segment, given.child(key), key));
    }
    return Map.copyOf(fills);
  }

  private static DataFormat format(DefinitionNode given, DataFormat otherwise) {
    if (given == null) {
      return otherwise;
    }
    try {
      return DataFormat.of(String.valueOf(given.itself()));
    } catch (IllegalArgumentException e) {
      given.fault("must be a format such as an..35, n..15 or a3", given.itself());
      return otherwise;
    }
  }

  private static Set<String> codes(DefinitionNode given) {
    if (given == null) {
      return Set.of();
    }
    var codes = given.texts();
    if (codes.isEmpty()) {
      given.fault("must list the codes that may stand there", null);
    }
    return codes;
  }

  /** A place of a segment, {@code element.component}; the first one after a fault. */
  static Use.Place place(SegmentDefinition segment, DefinitionNode at, String text) {
    if (text == null || !PLACE.matcher(text).matches()) {
      at.fault("must be a place: element.component, counted from 1", text);
      return new Use.Place(0, 0);
    }
    var place = Use.Place.of(text);
    var elements = segment.elements();
    boolean exists =
        place.element() <= elements.size()
            && place.component() <= elements.get(place.element() - 1).components().size();
    if (!exists) {
      at.fault("must be a place of " + segment.tag() + " in the directory", text);
    }
    return place;
  }
}
