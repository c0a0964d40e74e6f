package org.chasqui.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in bytes and as 64 lower-case hex digits. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  static byte[] of(byte[] content) {
    return sha256().digest(content);
  }

  static String hex(byte[] digest) {
    return HexFormat.of().formatHex(digest);
  }

  /** Adds a number, most significant byte first. */
  static void add(MessageDigest digest, long number) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      digest.update((byte) (number >> shift));
    }
  }
}
