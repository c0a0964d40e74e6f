package org.chasqui.message;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Id of a receptacle (UPU S9, 29 characters): its dispatch, serial number, two flags and the
 * weight.
 */
public record ReceptacleId(String text) {
  private static final Pattern FORM = Pattern.compile(DispatchId.FORM_TEXT + "[0-9]{9}");

  /** Reads an id; empty when it is not one. */
  public static Optional<ReceptacleId> parse(String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new ReceptacleId(text))
        : Optional.empty();
  }

  /** What is wrong with an id. */
  public static List<Problem> check(String text, Location location) {
    return parse(text).isPresent()
        ? List.of()
        : List.of(
            Problem.of(ProblemCode.CHECK_DIGIT, location, text, "a receptacle id of 29 (UPU S9)"));
  }

  /** The dispatch that it belongs to. */
  public DispatchId dispatch() {
    return new DispatchId(text.substring(0, 20));
  }

  /** Three digits, counted within the dispatch. */
  public String serial() {
    return text.substring(20, 23);
  }

  /** Whether it is the highest-numbered of its dispatch; digits other than 0 and 1 were seen. */
  public char highestFlag() {
    return text.charAt(23);
  }

  /** Whether it holds registered or insured items. */
  public char registeredFlag() {
    return text.charAt(24);
  }

  /** Gross mass in kilograms, in steps of 0.1. */
  public BigDecimal kilograms() {
    return BigDecimal.valueOf(Integer.parseInt(text.substring(25)), 1);
  }
}
