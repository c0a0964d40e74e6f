package org.chasqui.app.bench;

import java.util.Arrays;

/**
 * One measured figure of a benchmark.
 *
 * @param stage what was measured: {@code lexing}
 * @param unit of the three values: {@code MB/s}
 * @param least worst of the rounds for rates, best for times
 * @param budget what the design asks for, in words; null when it asks for nothing
 * @param met whether the median keeps the budget; null without one
 * @param clock for figures by processor time the median by the clock, else null
 */
record Figure(
    String stage,
    String name,
    String unit,
    double least,
    double median,
    double most,
    String budget,
    Boolean met,
    Double clock) {

  /** A figure without a budget. */
  static Figure of(String stage, String name, String unit, double[] rounds) {
    var sorted = rounds.clone();
    Arrays.sort(sorted);
    return new Figure(
        stage, name, unit, sorted[0], median(sorted), sorted[sorted.length - 1], null, null, null);
  }

  /** A rate by processor time, beside which the clock's stands. */
  static Figure of(String stage, String name, String unit, Rounds.Rates rates) {
    var figure = of(stage, name, unit, rates.processor());
    var clock = rates.clock().clone();
    Arrays.sort(clock);
    return new Figure(
        stage, name, unit, figure.least, figure.median, figure.most, null, null, median(clock));
  }

  /** The same with a budget that the median must reach. */
  Figure atLeast(double wanted) {
    return held("at least " + plain(wanted), median >= wanted);
  }

  /** The same with a budget that the median must stay under. */
  Figure under(double wanted) {
    return held("under " + plain(wanted), median < wanted);
  }

  private Figure held(String against, boolean kept) {
    return new Figure(stage, name, unit, least, median, most, against, kept, clock);
  }

  private String plain(double wanted) {
    return (wanted == Math.rint(wanted) ? Long.toString((long) wanted) : Double.toString(wanted))
        + " "
        + unit;
  }

  /** Middle of sorted values; of an even count the mean of the two in the middle. */
  static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Nearest rank: the smallest value that a share of all values does not exceed. */
  static double percentile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
  }
}
