package org.chasqui.profile;

import java.math.BigDecimal;

/**
 * What one unit of a currency is worth in another on certain days.
 *
 * @param validity with a first and a last day: an old rate is no rate
 */
public record DatedRate(
    String from,
    String to,
    BigDecimal rate,
    Validity validity,
    String source,
    Confidence confidence) {}
