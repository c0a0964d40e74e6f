package org.chasqui.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a dispatch (UPU S8, 20 characters): origin and destination IMPC, mail category, subclass,
 * last digit of the year, serial number.
 */
public record DispatchId(String text) {
  static final String FORM_TEXT = "[A-Z]{12}[A-D][A-Z][A-Z0-9][0-9]{5}";
  private static final Pattern FORM = Pattern.compile(FORM_TEXT);

  /** Reads an id; empty when it is not one. */
  public static Optional<DispatchId> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new DispatchId(text))
        : Optional.empty();
  }

  /** What is wrong with an id. */
  public static List<Problem> check(String text, Location location) {
    return parse(text).isPresent()
        ? List.of()
        : List.of(
            Problem.of(ProblemCode.CHECK_DIGIT, location, text, "a dispatch id of 20 (UPU S8)"));
  }

  /** Where the dispatch was made. */
  public ImpcCode origin() {
    return new ImpcCode(text.substring(0, 6));
  }

  /** Where it goes. */
  public ImpcCode destination() {
    return new ImpcCode(text.substring(6, 12));
  }

  /** A air, B surface air lifted, C surface, D priority by surface. */
  public String categoryCode() {
    return text.substring(12, 13);
  }

  /** Two characters, of which the first is the mail class. */
  public String subclassCode() {
    return text.substring(13, 15);
  }

  /** Last digit of the year. */
  public int yearDigit() {
    return text.charAt(15) - '0';
  }

  /** Four digits, counted within the year. */
  public String serial() {
    return text.substring(16, 20);
  }
}
