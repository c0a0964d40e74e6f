package org.chasqui.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Shares a total of the item over its lines so that the parts make the total again. */
public final class Apportionment {
  private Apportionment() {}

  /**
   * Parts in proportion to the weights, with the decimals of the total or those given, whichever
   * are more; equal parts where the weights are all zero.
   */
  public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights, int decimals) {
    int scale = Math.max(decimals, total.scale());
    var sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean equal = sum.signum() == 0;
    var whole = equal ? BigDecimal.valueOf(weights.size()) : sum;
    var parts = new ArrayList<BigDecimal>(weights.size());
    var reached = BigDecimal.ZERO;
    var shared = BigDecimal.ZERO;
    for (var weight : weights) {
      reached = reached.add(equal ? BigDecimal.ONE : weight);
      var upToHere = total.multiply(reached).divide(whole, scale, RoundingMode.HALF_UP);
      parts.add(upToHere.subtract(shared));
      shared = upToHere;
    }
    return parts;
  }
}
