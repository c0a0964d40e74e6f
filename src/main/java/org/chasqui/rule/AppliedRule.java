package org.chasqui.rule;

/**
 * One rule as it was applied to a declaration.
 *
 * @param rule reference of its text, see {@link RuleBook#texts()}
 * @param compared what was held against it, without personal data: {@code 40.00 USD}; or null
 * @param reason only when it was not evaluated
 * @param rate reference of the exchange rate that was used, or null
 */
public record AppliedRule(
    String rule, Outcome outcome, String compared, Reason reason, String rate) {}
