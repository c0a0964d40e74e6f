package org.chasqui.ledger;

import java.time.LocalDate;

/**
 * How often a measure of quality was met, failed or could not be told. To be added when it is
 * recorded, a sum when it is read.
 *
 * @param operator party id of the post that sent the data; null in a sum over all
 * @param origin ISO 3166-1, or empty when it is not known; null in a sum over all lanes
 * @param destination the same
 * @param day of the receipt of the data, in UTC; null in a sum over all days
 * @param measure its key
 * @param minutes sum of the margins, for measures of time
 */
public record QualityCount(
    String operator,
    String origin,
    String destination,
    LocalDate day,
    String measure,
    long met,
    long failed,
    long unknown,
    long minutes) {}
