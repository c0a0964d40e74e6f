package org.chasqui.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures contenders in turn, round by round, so that what else the machine does falls on all of
 * them alike. Rounds before the first counted one warm the compiler.
 */
final class Rounds {
  private static final long WARM_NANOS = 1_500_000_000L;

  /** A piece of work. */
  interface Work {
    /** Does it once; returns how much was done, in the unit of the rate. */
    double run() throws Exception;
  }

  private final int count;

  /** Holds what the warming yields, so that no compiler leaves it out. */
  private double unusedYield;

  Rounds(int count) {
    this.count = count;
  }

  /** Rates a second of each contender, one for each round. */
  Map<String, double[]> rates(Map<String, Work> contenders) throws Exception {
    for (var work : contenders.values()) {
      long began = System.nanoTime();
      do {
        unusedYield += work.run();
      } while (System.nanoTime() - began < WARM_NANOS);
    }
    var rates = new LinkedHashMap<String, double[]>();
    contenders.keySet().forEach(name -> rates.put(name, new double[count]));
    for (int round = 0; round < count; round++) {
      for (var contender : contenders.entrySet()) {
        long began = System.nanoTime();
        double done = contender.getValue().run();
        rates.get(contender.getKey())[round] = done / ((System.nanoTime() - began) / 1e9);
      }
    }
    return rates;
  }

  /** Share of one in another in per cent, round by round. */
  static double[] ratios(double[] of, double[] in) {
    var ratios = new double[of.length];
    for (int round = 0; round < of.length; round++) {
      ratios[round] = 100 * of[round] / in[round];
    }
    return ratios;
  }
}
