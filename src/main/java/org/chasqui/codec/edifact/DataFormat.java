package org.chasqui.codec.edifact;

import java.util.regex.Pattern;

/**
 * The format of a data element as directories write it: {@code an..35}, {@code n..15}, {@code a3}.
 *
 * @param type {@code a}, {@code n} or {@code an}
 * @param min fewest characters
 * @param max most characters; sign and decimal mark of a number are not counted
 */
public record DataFormat(String type, int min, int max) {
  private static final Pattern FORM = Pattern.compile("(an|a|n)(\\.\\.)?(\\d{1,4})");

  /** Reads the directory form. */
  static DataFormat of(String text) {
    var match = FORM.matcher(text);
    if (!match.matches()) {
      throw new IllegalArgumentException("no data format: " + text);
    }
    int max = Integer.parseInt(match.group(3));
    return new DataFormat(match.group(1), match.group(2) == null ? max : 1, max);
  }

  /** What is wrong with a component of a length, or null. */
  SyntaxError check(Segment segment, int element, int component, int characters) {
    int length = characters;
    if (!type.equals("an")) {
      var value = segment.text(element, component);
      length = type.equals("n") ? digits(value) : letters(value);
    }
    if (length < 0) {
      return SyntaxError.CHARACTER_TYPE;
    }
    return length > max ? SyntaxError.TOO_LONG : length < min ? SyntaxError.TOO_SHORT : null;
  }

  private static int letters(String value) {
    return value.chars().anyMatch(Character::isDigit) ? -1 : value.length();
  }

  /** The digits of a number with at most one sign and one mark, or -1 when it is none. */
  private static int digits(String value) {
    int digits = 0;
    int marks = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' || c == ',') {
        marks++;
      } else if (c != '-' || i > 0) {
        return -1;
      }
    }
    return marks > 1 || digits == 0 ? -1 : digits;
  }

  @Override
  public String toString() {
    return type + (min == max ? "" : "..") + max;
  }
}
