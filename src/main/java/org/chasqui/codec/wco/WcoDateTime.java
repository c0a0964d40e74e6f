package org.chasqui.codec.wco;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the dates of UNTDID 2379 that answers bear: 102 {@code yyyyMMdd}, 203 with {@code HHmm},
 * 204 with {@code HHmmss}, 304 with a zone of {@code Z} or an offset.
 */
final class WcoDateTime {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(\\d{2})(\\d{2})?)?(Z|[+-]\\d{2}(?::?\\d{2})?)?");

  private WcoDateTime() {}

  /** ISO 8601 of it, with the offset when it has one; text in ISO 8601 already stays as it is. */
  static Optional<String> iso(String text) {
    if (text == null) {
      return Optional.empty();
    }
    var match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.of(text);
    }
    var hour = match.group(4) == null ? "00:00" : match.group(4) + ":" + match.group(5);
    var second = match.group(6) == null ? "00" : match.group(6);
    return Optional.of(
        match.group(1)
            + "-"
            + match.group(2)
            + "-"
            + match.group(3)
            + "T"
            + hour
            + ":"
            + second
            + offset(match.group(7)));
  }

  private static String offset(String zone) {
    if (zone == null || zone.equals("Z")) {
      return zone == null ? "" : "Z";
    }
    var digits = zone.replace(":", "");
    return digits.length() == 3
        ? digits + ":00"
        : digits.substring(0, 3) + ":" + digits.substring(3);
  }
}
