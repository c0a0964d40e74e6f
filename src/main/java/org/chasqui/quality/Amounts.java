package org.chasqui.quality;

import java.math.BigDecimal;

/** Decimal strings as numbers. */
final class Amounts {
  private static final int LONGEST = 30;

  private Amounts() {}

  /** The number, or null when the text is not a plain decimal. */
  static BigDecimal decimal(String text) {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && (c != '-' || i > 0)) {
        return null;
      }
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null; // two points, or no digit: the text is no number
    }
  }
}
