package org.chasqui.codec.edifact;

import java.nio.charset.StandardCharsets;

/** Segment tags as shared strings, so that reading a segment makes none. */
final class Tags {
  private static final String[] KNOWN = new String[26 * 26 * 36];

  private Tags() {}

  static String of(byte[] bytes, int from, int length) {
    int slot = length == 3 ? slot(bytes[from], bytes[from + 1], bytes[from + 2]) : -1;
    if (slot < 0) {
      return new String(bytes, from, Math.min(length, 10), StandardCharsets.ISO_8859_1);
    }
    var tag = KNOWN[slot];
    if (tag == null) {
      tag = new String(bytes, from, 3, StandardCharsets.ISO_8859_1).intern();
      KNOWN[slot] = tag;
    }
    return tag;
  }

  /** The tag if it has the form of one, else null: a broken segment may begin with anything. */
  static String shown(String tag) {
    return tag.length() == 3 && tag.chars().allMatch(c -> c >= 'A' && c <= 'Z') ? tag : null;
  }

  private static int slot(byte a, byte b, byte c) {
    int x = a - 'A';
    int y = b - 'A';
    int z = c >= '0' && c <= '9' ? c - '0' + 26 : c - 'A';
    boolean capitals = x >= 0 && x < 26 && y >= 0 && y < 26 && z >= 0;
    boolean last = c <= '9' || z < 26;
    return capitals && last ? (x * 26 + y) * 36 + z : -1;
  }
}
