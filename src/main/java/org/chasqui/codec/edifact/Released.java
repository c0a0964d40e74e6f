package org.chasqui.codec.edifact;

import java.nio.charset.Charset;

/** Reads texts in which release characters stand before others. */
final class Released {
  private Released() {}

  /** The text without the release characters that take the meaning from others. */
  static String text(byte[] bytes, int start, int length, int release, Charset charset) {
    var plain = new byte[length];
    int n = 0;
    for (int i = start; i < start + length; i++) {
      if ((bytes[i] & 0xFF) == release && i + 1 < start + length) {
        i++;
      }
      plain[n++] = bytes[i];
    }
    return new String(plain, 0, n, charset);
  }
}
