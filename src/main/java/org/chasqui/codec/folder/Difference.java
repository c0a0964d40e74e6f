package org.chasqui.codec.folder;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The first place in which a document is not as expected.
 *
 * @param line of the expected document counted from 1
 * @param column counted from 1
 * @param text what is expected there and what was found
 */
record Difference(int line, int column, String text) {
  private static final int SHOWN = 60;
  private static final int BEFORE = 20;

  /** Empty when both are the same; a line break at the end does not count. */
  static Optional<Difference> of(byte[] expected, byte[] actual) {
    var wanted = lines(expected);
    var found = lines(actual);
    int most = Math.max(wanted.size(), found.size());
    for (int i = 0; i < most; i++) {
      var one = i < wanted.size() ? wanted.get(i) : null;
      var other = i < found.size() ? found.get(i) : null;
      if (one == null || !one.equals(other)) {
        int column = one == null || other == null ? 0 : firstDifference(one, other);
        var text = "expected " + shown(one, column) + ", found " + shown(other, column);
        return Optional.of(new Difference(i + 1, column + 1, text));
      }
    }
    return Optional.empty();
  }

  private static List<String> lines(byte[] document) {
    var text = new String(document, StandardCharsets.UTF_8);
    return text.stripTrailing().lines().toList();
  }

  private static int firstDifference(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }

  private static String shown(String line, int column) {
    if (line == null) {
      return "no more";
    }
    int from = Math.max(0, column - BEFORE);
    var rest = line.substring(from);
    var cut = rest.length() > SHOWN ? rest.substring(0, SHOWN) + "…" : rest;
    return "'" + (from > 0 ? "…" : "") + cut.strip() + "'";
  }
}
