package org.chasqui.codec.asycuda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The filled elements of a declaration by their paths below {@code ASYCUDA}, the goods items apart.
 * What exceeds the bounds of a declaration is not kept.
 */
final class SadDocument {
  private static final int MOST_FIELDS = 500;
  private static final int MOST_LINES = 999;

  private final Map<String, String> head = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  /** A goods item: its elements by path, and its taxes. */
  record Line(Map<String, String> fields, List<Map<String, String>> taxes) {
    String text(String path) {
      return fields.get(path);
    }
  }

  /** Starts a goods item; false when there are more than a declaration has. */
  boolean startLine() {
    return lines.size() < MOST_LINES && lines.add(new Line(new HashMap<>(), new ArrayList<>()));
  }

  void startTax() {
    if (!lines.isEmpty() && lines.getLast().taxes().size() < MOST_FIELDS) {
      lines.getLast().taxes().add(new HashMap<>());
    }
  }

  void put(String path, String text) {
    put(head, path, text);
  }

  void putOfLine(String path, String text) {
    put(lines.getLast().fields(), path, text);
  }

  void putOfTax(String name, String text) {
    if (!lines.getLast().taxes().isEmpty()) {
      put(lines.getLast().taxes().getLast(), name, text);
    }
  }

  private static void put(Map<String, String> fields, String path, String text) {
    if (fields.size() < MOST_FIELDS) {
      fields.putIfAbsent(path, text);
    }
  }

  /** The text at a path, or null. */
  String text(String path) {
    return head.get(path);
  }

  List<Line> lines() {
    return lines;
  }

  /** The reference of the declarant, which the gateway fills with the item id; else the waybill. */
  String itemId() {
    var reference = text("Declarant/Reference/Number");
    if (reference != null || lines.isEmpty()) {
      return reference;
    }
    return lines.getFirst().text("Previous_doc/Summary_declaration");
  }
}
