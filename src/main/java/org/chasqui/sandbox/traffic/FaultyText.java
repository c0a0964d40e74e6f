package org.chasqui.sandbox.traffic;

import java.util.List;
import java.util.regex.Pattern;

/** Puts into the text of an ITMATT message the faults that only EDIFACT can express. */
final class FaultyText {
  private static final Pattern POSTING = Pattern.compile("DTM\\+202:\\d{8}");
  private static final Pattern FIRST_LINE = Pattern.compile("CST\\+(\\d+)\\+\\d*");
  private static final Pattern DESCRIPTION =
      Pattern.compile("FTX\\+AAA(?:\\?.|[^'?])*'\\n?", Pattern.DOTALL);
  private static final Pattern ORIGIN = Pattern.compile("LOC\\+35\\+\\w\\w");
  private static final Pattern ITEM_HEAD = Pattern.compile("(CNI\\+[^']*')");
  private static final Pattern COUNT = Pattern.compile("UNT\\+(\\d+)\\+");

  private FaultyText() {}

  /** The text of one message with the faults of its items. */
  static String with(List<TrafficItem> items, String text) {
    var changed = text;
    for (var item : items) {
      if (item.fault() != null && !item.fault().inData()) {
        changed = with(item, changed);
      }
    }
    return changed;
  }

  private static String with(TrafficItem item, String text) {
    int id = text.indexOf("+" + item.declaration().itemId() + "'");
    if (id < 0) {
      return text;
    }
    int from = text.lastIndexOf("CNI+", id);
    int next = text.indexOf("CNI+", id);
    int to = next < 0 ? text.indexOf("CNT+", id) : next;
    var group = text.substring(from, to);
    var changed = text.substring(0, from) + with(item.fault(), group) + text.substring(to);
    return switch (item.fault()) {
      case SEGMENT_UNEXPECTED -> counted(changed, 1);
      case SEGMENT_MISSING -> counted(changed, -1);
      default -> changed;
    };
  }

  private static String with(Fault fault, String group) {
    return switch (fault) {
      case BAD_DATE -> POSTING.matcher(group).replaceFirst("DTM+202:20261345");
      case SEGMENT_UNEXPECTED -> ITEM_HEAD.matcher(group).replaceFirst("$1XYZ+1'");
      case SEGMENT_MISSING -> DESCRIPTION.matcher(group).replaceFirst("");
      case ELEMENT_TOO_LONG -> FIRST_LINE.matcher(group).replaceFirst("CST+$1+" + "6109".repeat(9));
      case CODE_VALUE -> ORIGIN.matcher(group).replaceFirst("LOC+35+Q9");
      default -> group;
    };
  }

  private static String counted(String text, int more) {
    return COUNT
        .matcher(text)
        .replaceFirst(found -> "UNT+" + (Integer.parseInt(found.group(1)) + more) + "+");
  }
}
