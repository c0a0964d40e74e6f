package org.chasqui.flow;

/** Names the first bytes of a document that no decoder knows, without showing its content. */
final class FirstBytes {
  private static final int SHOWN = 4;

  private FirstBytes() {}

  static String describe(byte[] head) {
    var hex = new StringBuilder("bytes");
    for (int i = 0; i < Math.min(SHOWN, head.length); i++) {
      hex.append(String.format(" %02X", head[i]));
    }
    return hex.toString();
  }
}
