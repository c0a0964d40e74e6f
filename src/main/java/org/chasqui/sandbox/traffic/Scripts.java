package org.chasqui.sandbox.traffic;

/**
 * How many items ask the simulated hubs for another outcome than a release at once: the last two
 * digits of the serial number of the item id, 89 to 99, are such a script ({@code
 * docs/sandbox.md}).
 */
public enum Scripts {
  /** None: every item is released at once. */
  NONE,
  /** One item in fifty, every script in turn but 99, which the hub refuses for good. */
  FEW,
  /** Every item, every script in turn. */
  ALL;

  /** The last two digits for the item of a number. */
  int ending(long number, Draw draw) {
    return switch (this) {
      case NONE -> decided(draw);
      case FEW -> number % 50 == 49 ? scripted(number / 50, 9) : decided(draw);
      case ALL -> scripted(number, 10);
    };
  }

  /** 89 is left open by the hubs. */
  private static int decided(Draw draw) {
    return Math.min(draw.between(0, 89), 88);
  }

  private static int scripted(long turn, int scripts) {
    return (int) (90 + Math.floorMod(turn, scripts));
  }
}
