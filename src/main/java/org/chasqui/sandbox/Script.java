package org.chasqui.sandbox;

import java.time.Duration;
import java.util.List;

/** What becomes of an item at a hub, told by the last two digits of its serial number. */
enum Script {
  RELEASED(new Step(0, Verdict.RELEASED)),
  /** Released at once, with duties paid beforehand. */
  DUTIABLE(new Step(0, Verdict.RELEASED)),
  HELD(new Step(0, Verdict.HELD), new Step(2000, Verdict.RELEASED)),
  DOCUMENTS(new Step(0, Verdict.DOCUMENTS), new Step(2000, Verdict.RELEASED)),
  DUTY(new Step(0, Verdict.DUTY), new Step(2000, Verdict.RELEASED)),
  REFUSED(new Step(0, Verdict.REFUSED)),
  SLOW(new Step(3000, Verdict.RELEASED)),
  ERROR_ONCE(new Step(0, Verdict.RELEASED)),
  ANSWERED_TWICE(new Step(0, Verdict.RELEASED)),
  MALFORMED_ONCE(new Step(0, Verdict.RELEASED)),
  DOWN_ONCE(new Step(0, Verdict.RELEASED)),
  INVALID(),
  /** Registered and left to somebody else's decision. */
  LEFT_OPEN();

  private static final int SERIAL_END = 8;
  private static final int ID_LENGTH = 13;

  private final List<Step> steps;

  Script(Step... steps) {
    this.steps = List.of(steps);
  }

  /** The script of an item id; ids of other forms than S10 are released at once. */
  static Script of(String itemId) {
    if (itemId.length() != ID_LENGTH) {
      return RELEASED;
    }
    int tens = itemId.charAt(SERIAL_END) - '0';
    int ones = itemId.charAt(SERIAL_END + 1) - '0';
    if (tens != 9) {
      return unscripted(tens, ones);
    }
    return switch (ones) {
      case 0 -> HELD;
      case 1 -> DOCUMENTS;
      case 2 -> DUTY;
      case 3 -> REFUSED;
      case 4 -> SLOW;
      case 5 -> ERROR_ONCE;
      case 6 -> ANSWERED_TWICE;
      case 7 -> MALFORMED_ONCE;
      case 8 -> DOWN_ONCE;
      case 9 -> INVALID;
      default -> RELEASED;
    };
  }

  private static Script unscripted(int tens, int ones) {
    if (tens == 8 && ones == 9) {
      return LEFT_OPEN;
    }
    return ones == 7 ? DUTIABLE : RELEASED;
  }

  /** The decisions in their order. */
  List<Step> steps() {
    return steps;
  }

  /**
   * One decision of a script.
   *
   * @param millis after the item was registered, before scaling
   */
  record Step(int millis, Verdict verdict) {
    Duration after(double timeScale) {
      return Duration.ofMillis(Math.round(millis * timeScale));
    }
  }
}
