package org.chasqui.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** The instant of an RFC 3339 time; every item has one, so its usual form is read by hand. */
final class PostingTime {
  private static final String USUAL = "dddd-dd-ddTdd:dd:dd?dd:dd";

  private PostingTime() {}

  /**
   * The instant.
   *
   * @throws java.time.DateTimeException when the text is no time
   */
  static Instant instant(String text) {
    return isUsual(text) ? usual(text) : OffsetDateTime.parse(text).toInstant();
  }

  /** As {@code 2026-11-03T09:15:00-03:00}; hours and minutes out of range are left to the other. */
  private static boolean isUsual(String text) {
    if (text.length() != USUAL.length() || (text.charAt(19) != '-' && text.charAt(19) != '+')) {
      return false;
    }
    for (var i = 0; i < USUAL.length(); i++) {
      var form = USUAL.charAt(i);
      var c = text.charAt(i);
      if (form == 'd' ? c < '0' || c > '9' : form != '?' && c != form) {
        return false;
      }
    }
    return two(text, 11) < 24
        && two(text, 14) < 60
        && two(text, 17) < 60
        && two(text, 20) < 18
        && two(text, 23) < 60;
  }

  private static Instant usual(String text) {
    var year = two(text, 0) * 100 + two(text, 2);
    var day = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay();
    var offset = (two(text, 20) * 60 + two(text, 23)) * 60;
    var local = ((day * 24 + two(text, 11)) * 60 + two(text, 14)) * 60 + two(text, 17);
    return Instant.ofEpochSecond(text.charAt(19) == '-' ? local + offset : local - offset);
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
