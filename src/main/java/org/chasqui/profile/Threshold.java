package org.chasqui.profile;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A value or weight limit of a regime.
 *
 * @param name for example {@code de-minimis}
 * @param basis {@code FOB}, {@code CIF}, {@code UNKNOWN}
 * @param massKilograms limit by mass, or null
 * @param validFrom first day, or null when not known
 * @param validTo last day, or null
 * @param legalSource law or page, as named in the standards
 */
public record Threshold(
    String name,
    BigDecimal amount,
    String currency,
    String basis,
    BigDecimal massKilograms,
    LocalDate validFrom,
    LocalDate validTo,
    String legalSource,
    Confidence confidence) {}
