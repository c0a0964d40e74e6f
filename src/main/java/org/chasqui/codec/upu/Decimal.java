package org.chasqui.codec.upu;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** Numbers of EDIFACT as the decimal strings of the regional message. */
final class Decimal {
  /** Kilograms of a pound. */
  private static final BigDecimal POUND = new BigDecimal("0.45359237");

  /** Most decimals of a regional mass. */
  private static final int SCALE = 6;

  private Decimal() {}

  /** With a point, without needless zeros before it; empty when negative or no number. */
  static Optional<String> read(String value) {
    int mark = mark(value);
    if (mark < 0) {
      return Optional.empty();
    }
    int start = 0;
    while (start < mark - 1 && value.charAt(start) == '0') {
      start++;
    }
    var whole = mark == 0 ? "0" : value.substring(start, mark);
    return Optional.of(mark + 1 < value.length() ? whole + "." + value.substring(mark + 1) : whole);
  }

  /** Where the decimal mark stands or would stand; -1 when the text is no such number. */
  private static int mark(String value) {
    int mark = -1;
    int digits = 0;
    for (int i = 0; value != null && i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ((c == '.' || c == ',') && mark < 0) {
        mark = i;
      } else {
        return -1;
      }
    }
    return digits == 0 ? -1 : mark < 0 ? value.length() : mark;
  }

  /** Kilograms from a value in KGM, GRM or LBR. */
  static Optional<String> kilograms(String value, String unit) {
    var number = read(value);
    return switch (unit == null ? "" : unit) {
      case "GRM" -> number.map(grams -> plain(new BigDecimal(grams).movePointLeft(3)));
      case "LBR" ->
          number.map(
              pounds -> {
                var kilograms = new BigDecimal(pounds).multiply(POUND);
                return plain(kilograms.setScale(SCALE, RoundingMode.HALF_UP));
              });
      default -> number;
    };
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
