package org.chasqui.profile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Checks tax and personal ids: their form, and their check digit by the algorithms of {@code
 * codelists/check-digits.yaml}.
 */
public final class IdentifierChecks {
  private static final Pattern SEPARATORS = Pattern.compile("[ .\\-/]");

  private final Map<String, List<CheckStep>> algorithms;
  private final Map<String, Pattern> forms = new ConcurrentHashMap<>();

  IdentifierChecks(Map<String, List<CheckStep>> algorithms) {
    this.algorithms = Map.copyOf(algorithms);
  }

  /** What was found of an id. */
  public enum Verdict {
    VALID,
    WRONG_FORM,
    WRONG_CHECK_DIGIT
  }

  /** The form without separators, in upper case, which patterns and algorithms are for. */
  public static String plain(String value) {
    return SEPARATORS.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /** Checks a value, with or without separators, by a rule of a profile. */
  public Verdict check(IdentifierRule rule, String value) {
    var plain = plain(value);
    var form = forms.computeIfAbsent(rule.pattern(), Pattern::compile);
    if (!form.matcher(plain).matches()) {
      return Verdict.WRONG_FORM;
    }
    var steps = algorithms.getOrDefault(rule.check(), List.of());
    return steps.stream().allMatch(step -> step.holds(plain))
        ? Verdict.VALID
        : Verdict.WRONG_CHECK_DIGIT;
  }
}
