package org.chasqui.profile;

import java.math.BigDecimal;

/**
 * One of the WCO immediate release categories (1 to 4) as an administration cuts them.
 *
 * @param upTo declared value up to which it holds, or null for the last
 */
public record ReleaseCategory(
    int category, BigDecimal upTo, String currency, String source, Confidence confidence) {}
