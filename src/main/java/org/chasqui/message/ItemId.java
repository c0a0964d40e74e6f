package org.chasqui.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a postal item: UPU S10 (two letters, eight digits, a check digit, the country), or another
 * licensed id of 5 to 35 characters.
 */
public record ItemId(String text) {
  private static final Pattern S10_UNCHECKED = Pattern.compile("[A-Z]{2}[0-9]{8}X[A-Z]{2}");
  private static final Pattern OTHER = Pattern.compile("[A-Z0-9][A-Z0-9-]{4,34}");
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final int CHECK_DIGIT_AT = 10;

  /** What the first letter of an S10 id says of the item (UPU S10, as read in public sources). */
  public enum Kind {
    PARCEL,
    INSURED_PARCEL,
    EMS,
    ECOMMERCE,
    TRACKED_LETTER,
    M_BAG,
    BUSINESS_REPLY,
    REGISTERED,
    LETTER_POST,
    INSURED_LETTER,
    DOMESTIC_OR_BILATERAL,
    RESERVED,
    UNKNOWN
  }

  /** Reads an id; empty when {@link #check} finds a problem in it. */
  public static Optional<ItemId> parse(String text) {
    return text != null && isSound(text, false) ? Optional.of(new ItemId(text)) : Optional.empty();
  }

  /** What is wrong with an id. */
  public static List<Problem> check(String text, Location location) {
    return check(text, location, false);
  }

  /**
   * What is wrong with an id.
   *
   * @param test true for test traffic, where S10 ids may have an X for the check digit
   */
  public static List<Problem> check(String text, Location location, boolean test) {
    return isSound(text, test)
        ? List.of()
        : List.of(Problem.of(ProblemCode.CHECK_DIGIT, location, text, expected(text)));
  }

  private static boolean isSound(String text, boolean test) {
    if (hasFormOfS10(text)) {
      return text.charAt(CHECK_DIGIT_AT) == checkDigit(text.substring(2, CHECK_DIGIT_AT));
    }
    return OTHER.matcher(text).matches() && (test || !S10_UNCHECKED.matcher(text).matches());
  }

  private static String expected(String text) {
    return hasFormOfS10(text) || S10_UNCHECKED.matcher(text).matches()
        ? "check digit " + checkDigit(text.substring(2, CHECK_DIGIT_AT))
        : "S10 of 13 characters, or 5 to 35 of A-Z, 0-9 and hyphen";
  }

  /** The check digit for eight digits: weights 8 6 4 2 3 5 9 7, modulus 11, 10 is 0, 11 is 5. */
  public static char checkDigit(String serial) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (serial.charAt(i) - '0');
    }
    var digit = 11 - sum % 11;
    return (char) ('0' + (digit == 10 ? 0 : digit == 11 ? 5 : digit));
  }

  /** An S10 id with its check digit, for example of {@code CP}, {@code 12345678}, {@code CL}. */
  public static ItemId s10(String prefix, String serial, String countryCode) {
    return new ItemId(prefix + serial + checkDigit(serial) + countryCode);
  }

  /** True for the form of S10, whatever its check digit. */
  public static boolean hasFormOfS10(String text) {
    return text.length() == 13
        && isCapitals(text, 0, 2)
        && isDigits(text, 2, 11)
        && isCapitals(text, 11, 13);
  }

  private static boolean isCapitals(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigits(String text, int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** True when it is an S10 id. */
  public boolean isS10() {
    return hasFormOfS10(text);
  }

  /** The two letters in front of an S10 id. */
  public Optional<String> prefix() {
    return part(0, 2);
  }

  /** The eight digits of an S10 id. */
  public Optional<String> serial() {
    return part(2, CHECK_DIGIT_AT);
  }

  /** The country at the end of an S10 id (ISO 3166-1 alpha-2). */
  public Optional<String> countryCode() {
    return part(11, 13);
  }

  private Optional<String> part(int from, int to) {
    return isS10() ? Optional.of(text.substring(from, to)) : Optional.empty();
  }

  /** What the prefix says; UNKNOWN for ids other than S10. */
  public Kind kind() {
    if (!isS10()) {
      return Kind.UNKNOWN;
    }
    return switch (text.charAt(0)) {
      case 'C' -> text.charAt(1) == 'V' ? Kind.INSURED_PARCEL : Kind.PARCEL;
      case 'E' -> Kind.EMS;
      case 'H' -> Kind.ECOMMERCE;
      case 'L' -> Kind.TRACKED_LETTER;
      case 'M' -> Kind.M_BAG;
      case 'Q' -> Kind.BUSINESS_REPLY;
      case 'R' -> Kind.REGISTERED;
      case 'U' -> Kind.LETTER_POST;
      case 'V' -> Kind.INSURED_LETTER;
      case 'A', 'B', 'D', 'G' -> Kind.DOMESTIC_OR_BILATERAL;
      case 'J', 'K', 'S', 'T', 'W' -> Kind.RESERVED;
      default -> Kind.UNKNOWN;
    };
  }
}
