package org.chasqui.ledger;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes as they stand in the store: one byte says how, then plain or deflated content. */
final class Packed {
  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;
  private static final int SMALL = 64;
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(Deflater.BEST_SPEED, true));
  private static final ThreadLocal<Inflater> INFLATERS =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private Packed() {}

  static byte[] pack(byte[] content) {
    return content == null ? null : pack(content, 0, content.length);
  }

  static byte[] pack(byte[] content, int offset, int length) {
    var deflated = new byte[length + 1];
    if (length > SMALL) {
      var deflater = DEFLATERS.get();
      deflater.reset();
      deflater.setInput(content, offset, length);
      deflater.finish();
      int size = deflater.deflate(deflated, 1, length);
      if (deflater.finished()) {
        deflated[0] = DEFLATED;
        return Arrays.copyOf(deflated, size + 1);
      }
    }
    deflated[0] = PLAIN;
    System.arraycopy(content, offset, deflated, 1, length);
    return deflated;
  }

  static byte[] unpack(byte[] stored) {
    if (stored == null) {
      return null;
    }
    if (stored.length == 0) {
      throw new LedgerException("empty content in the store");
    }
    return switch (stored[0]) {
      case PLAIN -> Arrays.copyOfRange(stored, 1, stored.length);
      case DEFLATED -> inflate(stored);
      default -> throw new LedgerException("content packed in an unknown way: " + stored[0]);
    };
  }

  private static byte[] inflate(byte[] stored) {
    var inflater = INFLATERS.get();
    inflater.reset();
    inflater.setInput(stored, 1, stored.length - 1);
    var content = new ByteArrayOutputStream(stored.length * 4);
    var buffer = new byte[8192];
    try {
      while (!inflater.finished()) {
        int size = inflater.inflate(buffer);
        if (size == 0 && !inflater.finished()) {
          throw new LedgerException("content in the store is damaged");
        }
        content.write(buffer, 0, size);
      }
    } catch (DataFormatException e) {
      throw new LedgerException("content in the store is damaged", e);
    }
    return content.toByteArray();
  }
}
