package org.chasqui.sandbox.traffic;

/** Item ids (S10): unique for a number and a seed, with the right check digit. */
final class ItemIds {
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7};
  private static final int SERIALS = 1_000_000;

  private final long seed;

  ItemIds(long seed) {
    this.seed = seed;
  }

  /**
   * The id of an item.
   *
   * @param ending last two digits of the serial number
   */
  String id(long number, char mailClass, int ending, String country) {
    long shifted = number + Math.floorMod(seed * 7919L, 26L * SERIALS);
    char second = (char) ('A' + (shifted / SERIALS) % 26);
    var serial = "%06d%02d".formatted(shifted % SERIALS, ending);
    return "" + indicator(mailClass) + second + serial + checkDigit(serial) + country;
  }

  /** First letter of the service indicator: C parcels, E express, L tracked letters. */
  private static char indicator(char mailClass) {
    return mailClass == 'U' ? 'L' : mailClass;
  }

  static char checkDigit(String serial) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += (serial.charAt(i) - '0') * WEIGHTS[i];
    }
    int check = 11 - sum % 11;
    return (char) ('0' + (check == 10 ? 0 : check == 11 ? 5 : check));
  }
}
