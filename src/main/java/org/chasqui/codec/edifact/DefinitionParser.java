package org.chasqui.codec.edifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a message definition of its file; each mistake leaves a fault with its place. */
final class DefinitionParser {
  private static final Pattern USE = Pattern.compile("(\\w+) ([MC]) ([1-9]\\d{0,6})");
  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9]{5}");
  private static final Set<String> FILE_KEYS =
      Set.of("message", "layout", "status", "segments", "header", "items", "content");
  private static final Set<String> HEADER_KEYS =
      Set.of("version", "release", "agency", "association");
  private static final Set<String> GROUP_KEYS = Set.of("group", "content", "note");
  private static final Set<String> SEGMENT_KEYS =
      Set.of(
          "segment",
          "qualifier",
          "codes",
          "other",
          "required",
          "each",
          "allowed",
          "mandatory",
          "formats",
          "fills",
          "note");

  /** Says in {@code items} that the message is one item. */
  private static final String WHOLE = "message";

  /** Says after a group that a message without one is one item. */
  private static final String OR_WHOLE = " or message";

  private final Map<String, SegmentDefinition> directory;

  DefinitionParser(Map<String, SegmentDefinition> directory) {
    this.directory = directory;
  }

  /** The definition; empty when too little of it can be read. */
  Optional<MessageDefinition> message(DefinitionNode file, Set<String> partners) {
    file.only(FILE_KEYS);
    var type = file.text("message");
    if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
      file.child("message").fault("must be six of A-Z and 0-9 (0065)", type);
    }
    var header = file.child("header");
    header.only(HEADER_KEYS);
    var root = new Use.Groups(WHOLE, 1, 1, content(file));
    var item = item(file, root);
    var definition =
        new MessageDefinition(
            type,
            file.text("layout"),
            file.text("status"),
            header.text("version"),
            header.text("release"),
            header.text("agency"),
            header.text("association", null),
            partners,
            root,
            item,
            file.text("items", "").endsWith(OR_WHOLE));
    return item == null ? Optional.empty() : Optional.of(definition);
  }

  private static Use.Groups item(DefinitionNode file, Use.Groups root) {
    var items = file.text("items");
    var name =
        items.endsWith(OR_WHOLE) ? items.substring(0, items.length() - OR_WHOLE.length()) : items;
    if (name.equals(WHOLE)) {
      return root;
    }
    for (var use : root.content()) {
      if (use instanceof Use.Groups group && group.name().equals(name)) {
        return group;
      }
    }
    if (!name.isEmpty()) {
      file.child("items").fault("must be message or name a group of content", items);
    }
    return null;
  }

  private List<Use> content(DefinitionNode holder) {
    var entries = holder.elements("content");
    if (entries.isEmpty()) {
      holder.fault("needs the key content with at least one entry", null);
    }
    var uses = new ArrayList<Use>();
    entries.forEach(entry -> use(entry).ifPresent(uses::add));
    return List.copyOf(uses);
  }

  private Optional<Use> use(DefinitionNode entry) {
    boolean group = entry.has("group");
    if (group == entry.has("segment")) {
      entry.fault("must be a segment or a group", entry.itself());
      return Optional.empty();
    }
    entry.only(group ? GROUP_KEYS : SEGMENT_KEYS);
    var kind = group ? "group" : "segment";
    var text = entry.text(kind);
    var match = USE.matcher(text);
    if (!match.matches()) {
      entry.child(kind).fault("must be of the form NAME M 1", text);
      return Optional.empty();
    }
    int min = match.group(2).equals("M") ? 1 : 0;
    int max = Integer.parseInt(match.group(3));
    return group
        ? group(entry, match.group(1), min, max)
        : segment(entry, match.group(1), min, max);
  }

  private Optional<Use> group(DefinitionNode entry, String name, int min, int max) {
    var content = content(entry);
    var entries = entry.elements("content");
    if (!entries.isEmpty() && entries.getFirst().has("group")) {
      entries.getFirst().fault("must be the segment that begins the group", null);
      return Optional.empty();
    }
    boolean begins = !content.isEmpty() && content.getFirst() instanceof Use.Segments;
    return begins ? Optional.of(new Use.Groups(name, min, max, content)) : Optional.empty();
  }

  private Optional<Use> segment(DefinitionNode entry, String tag, int min, int max) {
    var definition = directory.get(tag);
    if (definition == null) {
      entry.child("segment").fault("must be a segment of the directory", tag);
      return Optional.empty();
    }
    var codes = codes(entry);
    return Optional.of(
        new Use.Segments(
            SegmentParser.narrowed(definition, entry),
            min,
            max,
            qualifier(definition, entry),
            codes,
            open(entry),
            required(entry, codes),
            entry.number("each", max),
            value(definition, entry),
            SegmentParser.fills(definition, entry)));
  }

  /** The first place that must be filled beside the qualifier. */
  private static Use.Place value(SegmentDefinition segment, DefinitionNode entry) {
    for (var node : entry.elements("mandatory")) {
      var place = SegmentParser.place(segment, node, node.itself());
      if (!place.equals(qualifier(segment, entry))) {
        return place;
      }
    }
    return null;
  }

  private static Use.Place qualifier(SegmentDefinition segment, DefinitionNode entry) {
    if (!entry.has("qualifier")) {
      return null;
    }
    var node = entry.child("qualifier");
    return SegmentParser.place(segment, node, node.itself());
  }

  private static Map<String, String> codes(DefinitionNode entry) {
    var codes = new LinkedHashMap<String, String>();
    entry
        .child("codes")
        .entries()
        .forEach((code, field) -> codes.put(code, entry.child("codes").text(code)));
    if (!codes.isEmpty() && !entry.has("qualifier")) {
      entry.child("codes").fault("needs the key qualifier beside it", null);
    }
    return codes;
  }

  private static boolean open(DefinitionNode entry) {
    var other = entry.text("other", "refuse");
    if (!other.equals("refuse") && !other.equals("warn")) {
      entry.child("other").fault("must be refuse or warn", other);
    }
    return other.equals("warn");
  }

  private static Set<String> required(DefinitionNode entry, Map<String, String> codes) {
    if (!entry.has("required")) {
      return Set.of();
    }
    var required = entry.child("required").texts();
    for (var code : required) {
      if (!codes.containsKey(code)) {
        entry.child("required").fault("must be among the codes", code);
      }
    }
    return required;
  }
}
