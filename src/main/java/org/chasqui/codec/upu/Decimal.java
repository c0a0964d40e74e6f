package org.chasqui.codec.upu;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers of EDIFACT as the decimal strings of the regional message. */
final class Decimal {
  private static final Pattern FORM = Pattern.compile("\\d*(?:[.,]\\d*)?");

  private Decimal() {}

  /** With a point, without needless zeros before it; empty when negative or no number. */
  static Optional<String> read(String value) {
    if (value == null || !FORM.matcher(value).matches()) {
      return Optional.empty();
    }
    var text = value.replace(',', '.');
    int point = text.indexOf('.');
    var whole = (point < 0 ? text : text.substring(0, point)).replaceFirst("^0+(?=\\d)", "");
    var fraction = point < 0 ? "" : text.substring(point + 1);
    if (whole.isEmpty() && fraction.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of((whole.isEmpty() ? "0" : whole) + (fraction.isEmpty() ? "" : "." + fraction));
  }

  /** Kilograms from a value in KGM or GRM. */
  static Optional<String> kilograms(String value, String unit) {
    var number = read(value);
    return "GRM".equals(unit)
        ? number.map(
            grams -> {
              var kilograms = new BigDecimal(grams).movePointLeft(3).stripTrailingZeros();
              return kilograms.toPlainString();
            })
        : number;
  }
}
