package org.chasqui.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures contenders in turn, round by round, so that what else the machine does falls on all of
 * them alike. Rounds before the first counted one warm the compiler. Beside the clock stands the
 * processor time of the whole process, collecting of garbage included: on a shared machine it tells
 * what a core does, where the clock tells what was left of one.
 */
final class Rounds {
  private static final long WARM_NANOS = 1_500_000_000L;

  /** Processor time is told in steps of 10 ms, which is little of this. */
  private static final long ROUND_NANOS = 400_000_000L;

  /** A piece of work. */
  interface Work {
    /** Does it once; returns how much was done, in the unit of the rate. */
    double run() throws Exception;
  }

  /**
   * Rates a second, one for each round.
   *
   * @param processor by processor time
   * @param clock by the clock
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Rates(double[] processor, double[] clock) {
    private Rates(int count) {
      this(new double[count], new double[count]);
    }
  }

  private final int count;

  /** Holds what the warming yields, so that no compiler leaves it out. */
  private double unusedYield;

  Rounds(int count) {
    this.count = count;
  }

  /** Rates of each contender. */
  Map<String, Rates> rates(Map<String, Work> contenders) throws Exception {
    for (var work : contenders.values()) {
      long began = System.nanoTime();
      do {
        unusedYield += work.run();
      } while (System.nanoTime() - began < WARM_NANOS);
    }
    var rates = new LinkedHashMap<String, Rates>();
    contenders.keySet().forEach(name -> rates.put(name, new Rates(count)));
    for (int round = 0; round < count; round++) {
      for (var contender : contenders.entrySet()) {
        measure(contender.getValue(), rates.get(contender.getKey()), round);
      }
    }
    return rates;
  }

  private static void measure(Work work, Rates rates, int round) throws Exception {
    double done = 0;
    long processor = processorNanos();
    long began = System.nanoTime();
    do {
      done += work.run();
    } while (System.nanoTime() - began < ROUND_NANOS || processorNanos() == processor);
    rates.clock[round] = done / ((System.nanoTime() - began) / 1e9);
    rates.processor[round] = done / ((processorNanos() - processor) / 1e9);
  }

  /** Processor time of this process so far; of the clock where the system tells none. */
  static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : System.nanoTime();
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
