package org.chasqui.console;

import java.text.NumberFormat;
import java.util.Locale;

/** Counts and sizes in the way of the viewer's language. */
final class Numbers {
  private Numbers() {}

  static String count(long count, Locale language) {
    return NumberFormat.getIntegerInstance(language).format(count);
  }

  static String bytes(long bytes, Locale language) {
    return bytes < 10_240 ? count(bytes, language) + " B" : count(bytes / 1024, language) + " KiB";
  }
}
