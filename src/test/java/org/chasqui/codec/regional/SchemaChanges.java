package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares a schema with its published form and lists the changes that break a sender or a receiver
 * (wco-and-canonical-model §4.2): each with the pointer into the schema.
 */
final class SchemaChanges {
  private static final Set<String> LOWER_LIMITS =
      Set.of("minimum", "minLength", "minItems", "minProperties");
  private static final Set<String> UPPER_LIMITS = Set.of("maximum", "maxLength", "maxItems");
  private static final Set<String> UNCHANGEABLE =
      Set.of("$ref", "type", "pattern", "format", "const", "allOf", "anyOf", "propertyNames");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChanges() {}

  /** The breaking changes, none for a compatible one. */
  static List<String> breaking(JsonNode published, JsonNode current) {
    var changes = new SchemaChanges();
    changes.compare(published, current, "");
    return changes.breaking;
  }

  private void compare(JsonNode old, JsonNode now, String pointer) {
    members(old, now, pointer, "properties");
    members(old, now, pointer, "$defs");
    if (old.has("items") && now.has("items")) {
      compare(old.get("items"), now.get("items"), pointer + "/items");
    } else if (old.has("items") != now.has("items")) {
      breaking.add(pointer + "/items added or removed");
    }
    required(old, now, pointer);
    enumeration(old, now, pointer);
    LOWER_LIMITS.forEach(limit -> limit(old, now, pointer, limit, 1));
    UPPER_LIMITS.forEach(limit -> limit(old, now, pointer, limit, -1));
    for (var keyword : UNCHANGEABLE) {
      if (!old.path(keyword).equals(now.path(keyword))) {
        breaking.add(pointer + "/" + keyword + " changed");
      }
    }
    for (var closing : List.of("additionalProperties", "unevaluatedProperties")) {
      if (!old.path(closing).equals(now.path(closing))) {
        breaking.add(pointer + "/" + closing + " changed");
      }
    }
  }

  private void members(JsonNode old, JsonNode now, String pointer, String keyword) {
    for (var member : old.path(keyword).properties()) {
      var place = pointer + "/" + keyword + "/" + member.getKey();
      var successor = now.path(keyword).path(member.getKey());
      if (successor.isMissingNode()) {
        breaking.add(place + " removed");
      } else {
        compare(member.getValue(), successor, place);
      }
    }
  }

  private void required(JsonNode old, JsonNode now, String pointer) {
    var before = texts(old.path("required"));
    var after = texts(now.path("required"));
    after.stream()
        .filter(name -> !before.contains(name))
        .forEach(name -> breaking.add(pointer + "/required: " + name + " added"));
    before.stream()
        .filter(name -> !after.contains(name))
        .forEach(name -> breaking.add(pointer + "/required: " + name + " removed"));
  }

  /** A closed list may grow only when it has OTHER for receivers that do not know the new value. */
  private void enumeration(JsonNode old, JsonNode now, String pointer) {
    if (old.has("enum") != now.has("enum")) {
      breaking.add(pointer + "/enum added or removed");
      return;
    }
    var before = texts(old.path("enum"));
    var after = texts(now.path("enum"));
    before.stream()
        .filter(value -> !after.contains(value))
        .forEach(value -> breaking.add(pointer + "/enum: " + value + " removed"));
    after.stream()
        .filter(value -> !before.contains(value) && !before.contains("OTHER"))
        .forEach(value -> breaking.add(pointer + "/enum: " + value + " added"));
  }

  /** A limit may only be widened: {@code narrower} is the sign of a change that narrows. */
  private void limit(JsonNode old, JsonNode now, String pointer, String keyword, int narrower) {
    var added = !old.has(keyword) && now.has(keyword);
    var narrowed =
        old.has(keyword)
            && now.has(keyword)
            && Long.signum(now.get(keyword).asLong() - old.get(keyword).asLong()) == narrower;
    if (added || narrowed) {
      breaking.add(pointer + "/" + keyword + " narrowed");
    }
  }

  private static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(value -> texts.add(value.asText()));
    return texts;
  }
}
