package org.chasqui.codec.wco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.LossList;

/**
 * What a decision needs of one {@code Response}: its texts by path, its repeated groups as rows.
 */
final class ResponseAnswer {
  private static final int MAX_ROWS = 999;
  private static final int MAX_FIELDS = 200;
  private static final String GOODS = "/Declaration/GoodsShipment/GovernmentAgencyGoodsItem";

  private static final String STATEMENT = "/AdditionalInformation";
  private static final String ERROR = "/Error";
  private static final String POINTER = "/Error/Pointer";
  private static final String TOTAL = "/Declaration/DutyTaxFee";
  private static final String DUTY = GOODS + "/Commodity/DutyTaxFee";

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, List<Map<String, String>>> rows = new HashMap<>();
  private final StringBuilder pointer = new StringBuilder();
  private String line;

  /** An element opens: a repeated group starts a row. */
  void start(String path) {
    switch (path) {
      case STATEMENT, ERROR, TOTAL, DUTY -> row(path);
      case POINTER -> pointer.setLength(0);
      case GOODS -> line = null;
      default -> {
        return;
      }
    }
  }

  private void row(String group) {
    var all = rows.computeIfAbsent(group, any -> new ArrayList<>());
    if (all.size() <= MAX_ROWS) {
      var row = new HashMap<String, String>();
      if (line != null && group.equals(DUTY)) {
        row.put("line", line);
      }
      all.add(row);
    }
  }

  /** An element ends; its text belongs to the innermost row that is open. */
  void end(String path, String text, String currency) {
    if (path.startsWith(POINTER)) {
      pointer(path, text);
      return;
    }
    if (text.isEmpty()) {
      return;
    }
    for (var group : List.of(STATEMENT, ERROR, DUTY, TOTAL)) {
      if (path.startsWith(group + "/")) {
        var row = rows.get(group).getLast();
        put(row, path.substring(group.length()), text);
        if (currency != null) {
          put(row, path.substring(group.length()) + "@", currency);
        }
        return;
      }
    }
    if (path.equals(GOODS + "/SequenceNumeric")) {
      line = text;
    } else {
      put(values, path, text);
    }
  }

  /**
   * A place is a list of pointers from the root; each names a class, perhaps which of several, and
   * the last perhaps an element: {@code 42A/67A/68A[2]/23A/137}.
   */
  private void pointer(String path, String text) {
    var field = path.substring(POINTER.length());
    var current = rows.get(ERROR).getLast();
    switch (field) {
      case "/SequenceNumeric" -> current.put("sequence", text);
      case "/DocumentSectionCode" -> pointer.append(LossList.head(text, 3));
      case "/TagID" -> current.put("tag", text);
      case "" -> {
        var sequence = current.remove("sequence");
        var tag = current.remove("tag");
        var step =
            pointer
                + (sequence == null || sequence.isEmpty() ? "" : "[" + sequence + "]")
                + (tag == null || tag.isEmpty() ? "" : "/" + tag);
        var before = current.getOrDefault("pointer", "");
        if (!step.isEmpty() && before.length() < 200) {
          current.put("pointer", before.isEmpty() ? step : before + "/" + step);
        }
      }
      default -> {
        return;
      }
    }
  }

  private static void put(Map<String, String> row, String name, String text) {
    if (row.size() < MAX_FIELDS) {
      row.put(name, text);
    }
  }

  /** The text at a path below the response, or null. */
  String value(String path) {
    return values.get(path);
  }

  List<Map<String, String>> statements() {
    return rows.getOrDefault(STATEMENT, List.of());
  }

  List<Map<String, String>> errors() {
    return rows.getOrDefault(ERROR, List.of());
  }

  List<Map<String, String>> totals() {
    return rows.getOrDefault(TOTAL, List.of());
  }

  List<Map<String, String>> duties() {
    return rows.getOrDefault(DUTY, List.of());
  }
}
