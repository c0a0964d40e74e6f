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
      length =
          type.equals("n")
              ? segment.digits(element, component)
              : letters(segment.text(element, component));
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
  static int digits(byte[] bytes, int from, int to) {
    int digits = 0;
    int marks = 0;
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits++;
      } else if (b == '.' || b == ',') {
        marks++;
      } else if (b != '-' || i > from) {
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
