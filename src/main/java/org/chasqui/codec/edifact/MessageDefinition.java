package org.chasqui.codec.edifact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One layout of one message, read from a file of {@code config/edifact}.
 *
 * @param type UN 0065, for example {@code ITMATT}
 * @param layout name of the layout, unique for the type
 * @param status who confirmed it; shown wherever the layout is
 * @param version 0052 as it is written; another one warns on reading
 * @param release 0054
 * @param agency 0051
 * @param association 0057 that chooses this layout; null chooses it for all others
 * @param partners ids in UNB (0004, 0010) of those who speak this layout; empty for all others
 * @param root header, items and trailer
 * @param item the group of which each repetition is one item; the root when the message is one
 * @param orWhole true when a message without such a group is one item
 */
public record MessageDefinition(
    String type,
    String layout,
    String status,
    String version,
    String release,
    String agency,
    String association,
    Set<String> partners,
    Use.Groups root,
    Use.Groups item,
    boolean orWhole) {

  /** True for the group of which each repetition is one item. */
  @SuppressWarnings("ReferenceEquality")
  boolean isItem(Use use) {
    return use == item;
  }

  /** True when each message is one item. */
  boolean isWhole() {
    return isItem(root);
  }

  /** What the layout says of the segments of an item. */
  Use.Groups use(Group read) {
    return read.name().equals(root.name()) ? root : item;
  }

  /** The field that each qualified segment or place fills: where in the message, then field. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    collect("", root, fields);
    return fields;
  }

  private static void collect(String path, Use.Groups group, Map<String, String> fields) {
    for (var use : group.content()) {
      switch (use) {
        case Use.Groups inner -> collect(path + inner.name() + "/", inner, fields);
        case Use.Segments segments -> {
          var at = path + segments.tag();
          segments.codes().forEach((code, field) -> fields.put(at + "+" + code, field));
          segments.fills().forEach((field, place) -> fields.put(at + " " + place.text(), field));
        }
      }
    }
  }
}
