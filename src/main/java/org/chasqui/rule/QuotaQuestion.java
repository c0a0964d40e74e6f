package org.chasqui.rule;

import java.math.BigDecimal;

/**
 * What a service of an administration can be asked for a quota that assessed a declaration.
 *
 * @param rule reference of the quota's text, as it stands in the assessment
 * @param items most items of the quota, or null
 * @param amount declared value in the currency of the quota; null when it cannot be told
 * @param compared the same for people, or null
 * @param reason why the value cannot be told, or null
 * @param rate reference of the exchange rate that was used, or null
 * @param year of the day that counts for the quota
 */
public record QuotaQuestion(
    String rule,
    Integer items,
    BigDecimal amount,
    String compared,
    Reason reason,
    String rate,
    int year) {}
