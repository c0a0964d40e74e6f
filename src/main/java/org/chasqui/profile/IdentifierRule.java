package org.chasqui.profile;

import org.chasqui.message.Severity;

/**
 * A tax or personal id of a country.
 *
 * @param scheme code used in messages: {@code CPF}
 * @param check name of an algorithm in {@code codelists/check-digits.yaml}, or {@code none}
 * @param pattern regular expression of the plain form: upper case, without spaces, dots, hyphens
 *     and slashes
 * @param example a valid one from public documentation, or null
 * @param severity of a wrong check digit: WARNING where valid ids in use are known to fail
 */
public record IdentifierRule(
    String scheme,
    String name,
    String check,
    String pattern,
    String example,
    Severity severity,
    Grounds grounds)
    implements DatedRule {

  @Override
  public RuleKind kind() {
    return RuleKind.IDENTIFIER;
  }

  @Override
  public String ruleName() {
    return scheme;
  }
}
