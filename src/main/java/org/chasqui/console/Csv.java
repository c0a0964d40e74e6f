package org.chasqui.console;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lines of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
final class Csv {
  static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";
  private static final String FORMULA = "=+-@\t\r";

  private final StringBuilder lines = new StringBuilder();

  /** One line; numbers are written as they are, null as nothing. */
  Csv line(Object... cells) {
    lines
        .append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
        .append("\r\n");
    return this;
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    var text = value.toString();
    if (value instanceof Number || text.isEmpty()) {
      return text;
    }
    var safe = FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
