package org.chasqui.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * What a decoder needs beside the document. Ids are derived, so that reading a document again gives
 * the same messages.
 *
 * @param view the party that sent the document
 * @param recipientUrn who the messages are addressed to until routing knows better: the gateway
 * @param receivedAt when the document was accepted
 * @param documentKey unique key of the document, from which the ids of its messages are derived
 */
public record DecodeContext(
    ProfileView view, String recipientUrn, Instant receivedAt, String documentKey) {
  private static final MessageDigest SHA_256 = newSha256();

  /** The UUID of version 7 for the message at a position: time of receipt and derived bits. */
  public String messageId(int position) {
    return derivedId(receivedAt, documentKey + "/" + position);
  }

  /** A UUID of version 8 derived from a name alone, stable for ever. */
  public static String stableId(String name) {
    var bytes = ByteBuffer.wrap(sha256(name));
    long high = bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL | 0x8000L;
    long low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private static String derivedId(Instant time, String name) {
    var bytes = ByteBuffer.wrap(sha256(name));
    long high = time.toEpochMilli() << 16 | 0x7000L | bytes.getShort() & 0x0FFFL;
    long low = bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  /** Copies a digest that was made before: to look one up costs more than to use it. */
  private static byte[] sha256(String name) {
    try {
      var digest = (MessageDigest) SHA_256.clone();
      return digest.digest(name.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own digests can be copied", e);
    }
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
