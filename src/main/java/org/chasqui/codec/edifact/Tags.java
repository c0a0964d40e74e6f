package org.chasqui.codec.edifact;

import java.nio.charset.StandardCharsets;

/** Segment tags as shared strings, so that reading a segment makes none. */
final class Tags {
  /** Few enough to stay near the processor; a tag that meets another takes its place. */
  private static final Known[] KNOWN = new Known[512];

  private record Known(int key, String tag) {}

  private Tags() {}

  static String of(byte[] bytes, int from, int length) {
    if (length != 3 || !isTag(bytes[from], bytes[from + 1], bytes[from + 2])) {
      return new String(bytes, from, Math.min(length, 10), StandardCharsets.ISO_8859_1);
    }
    int key = bytes[from] << 16 | bytes[from + 1] << 8 | bytes[from + 2];
    int slot = (key ^ key >>> 5 ^ key >>> 10) & KNOWN.length - 1;
    var known = KNOWN[slot];
    if (known == null || known.key() != key) {
      known = new Known(key, new String(bytes, from, 3, StandardCharsets.ISO_8859_1).intern());
      KNOWN[slot] = known;
    }
    return known.tag();
  }

  /** The tag if it has the form of one, else null: a broken segment may begin with anything. */
  static String shown(String tag) {
    return tag.length() == 3 && tag.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? tag : null;
  }

  private static boolean isTag(byte a, byte b, byte c) {
    return isCapital(a) && isCapital(b) && (isCapital(c) || (c >= '0' && c <= '9'));
  }

  private static boolean isCapital(byte b) {
    return b >= 'A' && b <= 'Z';
  }
}
