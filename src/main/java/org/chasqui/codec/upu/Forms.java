package org.chasqui.codec.upu;

import java.util.function.IntPredicate;

/** Forms of codes, tested without regular expressions since every item has a dozen of them. */
final class Forms {
  private Forms() {}

  /** Capital letters only, a number of them. */
  static boolean letters(String code, int length) {
    return all(code, length, length, Forms::isLetter);
  }

  /** Digits only, between two numbers of them. */
  static boolean digits(String code, int least, int most) {
    return all(code, least, most, Forms::isDigit);
  }

  /** Capital letters and digits, between two numbers of them. */
  static boolean lettersOrDigits(String code, int least, int most) {
    return all(code, least, most, c -> isLetter(c) || isDigit(c));
  }

  private static boolean all(String code, int least, int most, IntPredicate allowed) {
    if (code == null || code.length() < least || code.length() > most) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      if (!allowed.test(code.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The text without some characters. */
  static String without(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        var plain = new StringBuilder(text.length());
        text.chars().filter(c -> characters.indexOf(c) < 0).forEach(c -> plain.append((char) c));
        return plain.toString();
      }
    }
    return text;
  }

  private static boolean isLetter(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
