package org.chasqui.profile;

import java.math.BigDecimal;

/**
 * How much one person may receive within some months. The gateway keeps no register of persons: it
 * can only tell when one item alone exceeds the quota.
 *
 * @param items most items in the period, or null
 * @param amount most value in the period, or null
 * @param months length of the period
 */
public record Quota(
    String name,
    Integer items,
    BigDecimal amount,
    String currency,
    int months,
    AppliesTo appliesTo,
    Grounds grounds)
    implements DatedRule {

  @Override
  public RuleKind kind() {
    return RuleKind.QUOTA;
  }

  @Override
  public String ruleName() {
    return name;
  }
}
