package org.chasqui.profile;

import java.math.BigDecimal;

/**
 * One of the WCO immediate release categories (1 to 4) as an administration cuts them.
 *
 * @param upTo declared value up to which it holds, or null for the last
 * @param below true when the value {@code upTo} itself falls in the next one
 */
public record ReleaseCategory(
    int category, BigDecimal upTo, boolean below, String currency, Grounds grounds)
    implements DatedRule {

  @Override
  public RuleKind kind() {
    return RuleKind.RELEASE_CATEGORY;
  }

  @Override
  public String ruleName() {
    return Integer.toString(category);
  }
}
