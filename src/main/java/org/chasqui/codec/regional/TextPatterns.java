package org.chasqui.codec.regional;

import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.chasqui.codec.EmailForm;

/**
 * Patterns of the schemas as predicates. Those that are only a row of character classes, the last
 * of which may vary in number, are read without the regular expression engine.
 */
final class TextPatterns {
  private static final Pattern CLASS =
      Pattern.compile("(\\\\[d+]|\\[([A-Za-z0-9._+-]+)]|[A-Za-z0-9:-])(\\{(\\d+)(,(\\d+))?})?");

  private static final String EMAIL = "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$";

  private static final Pattern CHOICE = Pattern.compile("\\(([^()]*)\\)");
  private static final Pattern DECIMAL =
      Pattern.compile(
          "\\^\\(0\\|\\[1-9]\\\\d\\{0,(\\d+)}\\)" + "\\(\\\\\\.\\\\d\\{1,(\\d+)}\\)\\?\\$");

  private TextPatterns() {}

  static Predicate<String> of(String pattern) {
    if (pattern.equals("\\S")) {
      return TextPatterns::hasVisible;
    }
    if (pattern.equals(EMAIL)) {
      return EmailForm::fits;
    }
    var plain = rows(pattern);
    var fast = plain == null ? decimal(pattern) : plain;
    return fast == null ? engine(pattern) : fast;
  }

  /** A pattern may match anywhere, but an anchor means the very start and the very end. */
  static Predicate<String> engine(String pattern) {
    var compiled = Pattern.compile(pattern);
    var fromStart = pattern.startsWith("^");
    var toEnd = pattern.endsWith("$");
    return text -> {
      var match = compiled.matcher(text);
      return match.find()
          && (!fromStart || match.start() == 0)
          && (!toEnd || match.end() == text.length());
    };
  }

  private static boolean hasVisible(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c != ' ' && (c < '\t' || c > '\r')) {
        return true;
      }
    }
    return false;
  }

  /** Rows between the anchors, or null when the pattern is more than that. */
  private static Predicate<String> rows(String pattern) {
    if (!pattern.endsWith("$")) {
      return null;
    }
    var fromStart = pattern.startsWith("^");
    var inner = pattern.substring(fromStart ? 1 : 0, pattern.length() - 1);
    var choice = CHOICE.matcher(inner);
    var alternatives = choice.matches() ? choice.group(1).split("\\|") : new String[] {inner};
    var rows = new ArrayList<Row>();
    for (var alternative : alternatives) {
      var row = row(alternative);
      if (row == null || (!fromStart && row.more() > 0)) {
        return null;
      }
      rows.add(row);
    }
    var all = rows.toArray(Row[]::new);
    return text -> anyOf(all, text, fromStart);
  }

  private static boolean anyOf(Row[] rows, String text, boolean fromStart) {
    for (var row : rows) {
      var from = fromStart ? 0 : text.length() - row.fixed().length;
      if (from >= 0 && row.fits(text, from)) {
        return true;
      }
    }
    return false;
  }

  private static Row row(String inner) {
    var match = CLASS.matcher(inner);
    var fixed = new ArrayList<boolean[]>();
    var end = 0;
    while (end < inner.length()) {
      if (!match.find(end) || match.start() != end) {
        return null;
      }
      end = match.end();
      var members = members(match.group(1), match.group(2));
      var least = match.group(4) == null ? 1 : Integer.parseInt(match.group(4));
      for (var i = 0; i < least; i++) {
        fixed.add(members);
      }
      if (match.group(6) != null) {
        var more = Integer.parseInt(match.group(6)) - least;
        return end < inner.length()
            ? null
            : new Row(fixed.toArray(boolean[][]::new), members, more);
      }
    }
    return new Row(fixed.toArray(boolean[][]::new), new boolean[128], 0);
  }

  /** A decimal number without sign, without needless zeros in front. */
  private static Predicate<String> decimal(String pattern) {
    var match = DECIMAL.matcher(pattern);
    if (!match.matches()) {
      return null;
    }
    var integers = 1 + Integer.parseInt(match.group(1));
    var decimals = Integer.parseInt(match.group(2));
    return text -> isDecimal(text, integers, decimals);
  }

  private static boolean isDecimal(String text, int integers, int decimals) {
    var point = text.indexOf('.');
    var whole = point < 0 ? text.length() : point;
    if (whole < 1 || whole > integers || (whole > 1 && text.charAt(0) == '0')) {
      return false;
    }
    var fraction = point < 0 ? 0 : text.length() - point - 1;
    if (point >= 0 && (fraction < 1 || fraction > decimals)) {
      return false;
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (i != point && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] members(String atom, String inBrackets) {
    var members = new boolean[128];
    var single = atom.startsWith("\\") ? atom.substring(1) : atom;
    var text = atom.equals("\\d") ? "0-9" : inBrackets == null ? single : inBrackets;
    for (var i = 0; i < text.length(); i++) {
      if (i + 2 < text.length() && text.charAt(i + 1) == '-') {
        for (var c = text.charAt(i); c <= text.charAt(i + 2); c++) {
          members[c] = true;
        }
        i += 2;
      } else {
        members[text.charAt(i)] = true;
      }
    }
    return members;
  }

  /** Characters one after another, then up to {@code more} of the last class. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Row(boolean[][] fixed, boolean[] last, int more) {
    /** True when the text from a position to its end is of this form. */
    boolean fits(String text, int from) {
      var length = text.length() - from;
      if (length < fixed.length || length > fixed.length + more) {
        return false;
      }
      for (var i = 0; i < length; i++) {
        var c = text.charAt(from + i);
        if (c > 127 || !(i < fixed.length ? fixed[i] : last)[c]) {
          return false;
        }
      }
      return true;
    }
  }
}
