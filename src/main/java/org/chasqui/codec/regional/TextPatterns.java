package org.chasqui.codec.regional;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Patterns of the schemas as predicates. Those that are only a row of character classes, the last
 * of which may vary in number, are read without the regular expression engine.
 */
final class TextPatterns {
  private static final Pattern CLASS =
      Pattern.compile("(\\\\d|\\[([A-Za-z0-9._-]+)]|[A-Za-z0-9:])(\\{(\\d+)(,(\\d+))?})?");

  private TextPatterns() {}

  static Predicate<String> of(String pattern) {
    if (pattern.equals("\\S")) {
      return TextPatterns::hasVisible;
    }
    var row = row(pattern);
    return row == null ? engine(pattern) : row;
  }

  /** A pattern may match anywhere, but an anchor means the very start and the very end. */
  private static Predicate<String> engine(String pattern) {
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

  private static Row row(String pattern) {
    if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
      return null;
    }
    var inner = pattern.substring(1, pattern.length() - 1);
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
        var most = Integer.parseInt(match.group(6));
        return end < inner.length() ? null : new Row(List.copyOf(fixed), members, most - least);
      }
    }
    return new Row(List.copyOf(fixed), new boolean[128], 0);
  }

  private static boolean[] members(String atom, String inBrackets) {
    var members = new boolean[128];
    var text = atom.equals("\\d") ? "0-9" : inBrackets == null ? atom : inBrackets;
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
  private record Row(List<boolean[]> fixed, boolean[] last, int more) implements Predicate<String> {
    @Override
    public boolean test(String text) {
      var length = text.length();
      if (length < fixed.size() || length > fixed.size() + more) {
        return false;
      }
      for (var i = 0; i < length; i++) {
        var c = text.charAt(i);
        if (c > 127 || !(i < fixed.size() ? fixed.get(i) : last)[c]) {
          return false;
        }
      }
      return true;
    }
  }
}
