package org.chasqui.console;

/** What is wrong with an item id that somebody typed (UPU S10). */
final class ItemId {
  static final int LENGTH = 13;
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};

  private ItemId() {}

  /** Kinds of faults. */
  enum Kind {
    NONE,
    /** The beginning of an id. */
    PREFIX,
    FORM,
    CHECK_DIGIT
  }

  /** A fault; digits only for {@link Kind#CHECK_DIGIT}. */
  record Fault(Kind kind, char found, char expected) {}

  static Fault fault(String typed) {
    if (!typed.matches("[A-Z]{0,2}|[A-Z]{2}[0-9]{0,9}|[A-Z]{2}[0-9]{9}[A-Z]{0,2}")) {
      return new Fault(Kind.FORM, ' ', ' ');
    }
    if (typed.length() < LENGTH - 2) {
      return new Fault(Kind.PREFIX, ' ', ' ');
    }
    char found = typed.charAt(10);
    char expected = checkDigit(typed);
    if (found != expected) {
      return new Fault(Kind.CHECK_DIGIT, found, expected);
    }
    return new Fault(typed.length() < LENGTH ? Kind.PREFIX : Kind.NONE, found, expected);
  }

  /** S10: weighted sum of the serial number, modulo 11; 10 gives 0 and 11 gives 5. */
  private static char checkDigit(String id) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (id.charAt(2 + i) - '0');
    }
    int digit = 11 - sum % 11;
    return (char) ('0' + (digit == 10 ? 0 : digit == 11 ? 5 : digit));
  }
}
