package org.chasqui.profile;

import java.math.BigDecimal;
import org.chasqui.message.DeclarationField;
import org.chasqui.message.Severity;

/**
 * A field that an administration requires of a declaration.
 *
 * @param severity of the problem when it is missing
 * @param above declared value above which it is required, or null for every value
 */
public record Requirement(
    String name,
    DeclarationField field,
    Severity severity,
    BigDecimal above,
    String currency,
    AppliesTo appliesTo,
    Grounds grounds)
    implements DatedRule {

  @Override
  public RuleKind kind() {
    return RuleKind.REQUIREMENT;
  }

  @Override
  public String ruleName() {
    return name;
  }
}
