package org.chasqui.console;

import org.chasqui.message.ItemId;

/** What is wrong with an item id that somebody typed (UPU S10). */
final class TypedItemId {
  static final int LENGTH = 13;

  private TypedItemId() {}

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
    char expected = ItemId.checkDigit(typed.substring(2, 10));
    if (found != expected) {
      return new Fault(Kind.CHECK_DIGIT, found, expected);
    }
    return new Fault(typed.length() < LENGTH ? Kind.PREFIX : Kind.NONE, found, expected);
  }
}
