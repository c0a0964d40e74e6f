package org.chasqui.codec.upu;

import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.Mass;

/** The mass that a control total tells. */
final class Kilograms {
  private Kilograms() {}

  /** Of CNT: 6066 with the unit in 6411; null when it is none, which is noted. */
  static Mass of(ItemReader values, MessageSegment cnt) {
    var given = cnt.text(1, 2);
    var unit = cnt.text(1, 3) == null ? "KGM" : cnt.text(1, 3);
    var kilograms = given == null ? null : Decimal.kilograms(given, unit).orElse(null);
    if (given != null && kilograms == null) {
      values.refuse(cnt, 1, 2, given, "a mass of zero or more");
    }
    return kilograms == null ? null : new Mass(kilograms, "KGM");
  }
}
