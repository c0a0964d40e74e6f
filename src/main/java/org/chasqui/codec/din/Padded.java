package org.chasqui.codec.din;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers in the fixed widths of DIN, with leading zeros: {@code 00000000646.74}. */
final class Padded {
  private static final String ZEROS = "00000000000000000000";

  private Padded() {}

  /** So many digits before the point and after it. */
  static String decimal(BigDecimal value, int whole, int fraction) {
    var text = value.setScale(fraction, RoundingMode.HALF_UP).toPlainString();
    return left(text, whole + 1 + fraction);
  }

  static String number(long value, int width) {
    return left(Long.toString(value), width);
  }

  private static String left(String text, int width) {
    return text.length() >= width ? text : ZEROS.substring(0, width - text.length()) + text;
  }
}
