package org.chasqui.profile;

import java.math.BigDecimal;

/**
 * A value or mass limit of a regime for one item.
 *
 * @param name for example {@code de-minimis}
 * @param amount up to which it goes, or null
 * @param below true when the amount itself is above it
 * @param basis {@code FOB}, {@code CIF}, {@code UNKNOWN}
 * @param massKilograms limit by mass, or null
 */
public record Threshold(
    String name,
    BigDecimal amount,
    boolean below,
    String currency,
    String basis,
    BigDecimal massKilograms,
    AppliesTo appliesTo,
    Grounds grounds)
    implements DatedRule {

  @Override
  public RuleKind kind() {
    return RuleKind.THRESHOLD;
  }

  @Override
  public String ruleName() {
    return name;
  }
}
