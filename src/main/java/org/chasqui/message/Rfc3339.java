package org.chasqui.message;

import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Times of regional messages (RFC 3339); every item has some, so the usual form is read by hand.
 */
public final class Rfc3339 {
  private static final String USUAL = "dddd-dd-ddTdd:dd:dd";
  private static final String OFFSET = "dd:dd";

  private Rfc3339() {}

  /**
   * The time with its offset.
   *
   * @throws java.time.format.DateTimeParseException when the text is no time
   */
  public static OffsetDateTime parse(String text) {
    return isUsual(text) ? usual(text) : OffsetDateTime.parse(text);
  }

  /** As {@code 2026-11-03T09:15:00-03:00} or with {@code Z}; what is rare or wrong is none. */
  private static boolean isUsual(String text) {
    if (text.length() < USUAL.length() + 1 || !has(text, 0, USUAL) || !hasOffset(text)) {
      return false;
    }
    int month = two(text, 5);
    int day = two(text, 8);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= Month.of(month).minLength()
        && two(text, 11) < 24
        && two(text, 14) < 60
        && two(text, 17) < 60;
  }

  private static boolean hasOffset(String text) {
    int at = USUAL.length();
    char sign = text.charAt(at);
    if (sign == 'Z') {
      return text.length() == at + 1;
    }
    return (sign == '-' || sign == '+')
        && text.length() == at + 1 + OFFSET.length()
        && has(text, at + 1, OFFSET)
        && two(text, at + 1) < 18
        && two(text, at + 4) < 60;
  }

  private static boolean has(String text, int at, String form) {
    for (var i = 0; i < form.length(); i++) {
      var c = text.charAt(at + i);
      if (form.charAt(i) == 'd' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static OffsetDateTime usual(String text) {
    return OffsetDateTime.of(
        two(text, 0) * 100 + two(text, 2),
        two(text, 5),
        two(text, 8),
        two(text, 11),
        two(text, 14),
        two(text, 17),
        0,
        offset(text));
  }

  private static ZoneOffset offset(String text) {
    var sign = text.charAt(USUAL.length());
    if (sign == 'Z') {
      return ZoneOffset.UTC;
    }
    int seconds = (two(text, 20) * 60 + two(text, 23)) * 60;
    return ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds);
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
