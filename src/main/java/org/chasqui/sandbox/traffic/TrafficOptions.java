package org.chasqui.sandbox.traffic;

import java.time.LocalDate;
import java.util.List;

/**
 * What traffic to make.
 *
 * @param seed the same seed gives the same traffic
 * @param from countries of origin; empty for all
 * @param to countries of destination; empty for the 22
 * @param faults share of items with a fault, 0 to 1
 * @param date day of posting
 * @param edifact false leaves out the faults that only EDIFACT can express
 */
public record TrafficOptions(
    long seed,
    List<String> from,
    List<String> to,
    double faults,
    Scripts scripts,
    LocalDate date,
    boolean edifact) {

  /** Traffic between all countries, without faults and scripts. */
  public static TrafficOptions ofSeed(long seed) {
    return new TrafficOptions(
        seed, List.of(), List.of(), 0, Scripts.NONE, LocalDate.of(2026, 11, 2), true);
  }

  /** The same to these countries; to the 22 when there are none. */
  public TrafficOptions withDestinations(List<String> countries) {
    return new TrafficOptions(seed, from, countries, faults, scripts, date, edifact);
  }
}
