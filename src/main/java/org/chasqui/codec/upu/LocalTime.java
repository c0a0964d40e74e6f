package org.chasqui.codec.upu;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.Rfc3339;

/**
 * Local times of DTM (UN 2380 with the formats 101, 102, 201, 203 and 204 of 2379) and RFC 3339
 * times. Years of two digits are of this century.
 */
final class LocalTime {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuuMMddHHmm");
  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  /** How many digits each format has. */
  private static final Map<String, Integer> DIGITS =
      Map.of("101", 6, "102", 8, "201", 10, "203", 12, "204", 14);

  private LocalTime() {}

  /** True for a format of 2379 that is read. */
  static boolean isFormat(String format) {
    return format != null && DIGITS.containsKey(format);
  }

  /** The RFC 3339 form of a local time in a zone; empty when it is no date and time. */
  static Optional<String> read(String value, String format, ZoneId zone) {
    int digits = isFormat(format) ? DIGITS.get(format) : 0;
    if (digits == 0 || !Forms.digits(value, digits, digits)) {
      return Optional.empty();
    }
    boolean century = format.equals("101") || format.equals("201");
    return of(century ? "20" + value : value, zone);
  }

  private static Optional<String> of(String value, ZoneId zone) {
    int length = value.length();
    try {
      var local =
          LocalDateTime.of(
              number(value, 0, 4),
              number(value, 4, 6),
              number(value, 6, 8),
              length > 8 ? number(value, 8, 10) : 0,
              length > 8 ? number(value, 10, 12) : 0,
              length > 12 ? number(value, 12, 14) : 0);
      var time = local.atZone(zone).toOffsetDateTime();
      var text = time.toString();
      // RFC 3339 wants the seconds, which are left out when they are zero
      return Optional.of(
          time.getSecond() == 0 ? text.substring(0, 16) + ":00" + text.substring(16) : text);
    } catch (DateTimeException notInCalendar) {
      return Optional.empty();
    }
  }

  private static int number(String value, int from, int to) {
    return Integer.parseInt(value, from, to, 10);
  }

  /** The value and format of a DTM for a time, in a zone; empty when the time is none. */
  static Optional<List<String>> write(String time, ZoneId zone) {
    try {
      var local = Rfc3339.parse(time).atZoneSameInstant(zone).toLocalDateTime();
      return Optional.of(
          local.getSecond() == 0
              ? List.of(MINUTES.format(local), "203")
              : List.of(SECONDS.format(local), "204"));
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
