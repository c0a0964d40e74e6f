package org.chasqui.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.chasqui.codec.DecodeContext;

/**
 * A decision of a simulated hub on an item. Derived from item, step and time of registration alone,
 * so the hub says the same however often it is asked.
 *
 * @param step of the script, counted from 1; 0 for an item that is only registered
 * @param dutiable whether duties stand in it
 */
record Ruling(
    String party, String itemId, int step, Verdict verdict, Instant at, boolean dutiable) {
  private static final BigDecimal RATE = new BigDecimal("20");
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Id of the message that carries it. */
  String id() {
    return DecodeContext.stableId(party + "/" + itemId + "/" + step);
  }

  /** Number of the registration: 12 digits. */
  String registration() {
    return "26%010d".formatted(Math.floorMod(ItemRegister.digest(itemId), 10_000_000_000L));
  }

  /** Rate of the duty in percent. */
  BigDecimal rate() {
    return RATE;
  }

  /** What the duty is taken of: an amount that the item id tells. */
  BigDecimal base() {
    return BigDecimal.valueOf(1000 + Math.floorMod(ItemRegister.digest(itemId), 20_000L), 2);
  }

  /** The duty. */
  BigDecimal duty() {
    return base().multiply(RATE).divide(HUNDRED, 2, RoundingMode.HALF_UP);
  }
}
