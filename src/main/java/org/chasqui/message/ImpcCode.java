package org.chasqui.message;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Code of an international mail processing centre: country, city, and one letter (UPU S34). */
public record ImpcCode(String text) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{6}");

  /** Reads a code; empty when it is not one. */
  public static Optional<ImpcCode> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new ImpcCode(text))
        : Optional.empty();
  }

  /** What is wrong with a code. */
  public static List<Problem> check(String text, Location location) {
    return parse(text).isPresent()
        ? List.of()
        : List.of(Problem.of(ProblemCode.CHECK_DIGIT, location, text, "an IMPC code of 6 letters"));
  }

  /** ISO 3166-1 alpha-2. */
  public String countryCode() {
    return text.substring(0, 2);
  }

  /** UN/LOCODE of the city without its country. */
  public String city() {
    return text.substring(2, 5);
  }
}
