package org.chasqui.sandbox.traffic;

import java.util.List;
import java.util.SplittableRandom;

/** Draws for one thing, determined by a seed and the number of the thing alone. */
final class Draw {
  private final SplittableRandom random;

  Draw(long seed, long number) {
    random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + number);
  }

  /** A number from least to most, both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Decimal digits, the first of them not 0. */
  String digits(int count) {
    var text = new StringBuilder(count).append((char) ('1' + random.nextInt(9)));
    while (text.length() < count) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
