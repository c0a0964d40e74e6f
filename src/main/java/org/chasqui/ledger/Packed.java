package org.chasqui.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes as they stand in the store: one byte says how, then plain or deflated content. Messages are
 * deflated with a dictionary of the names that every message has.
 */
final class Packed {
  private static final byte PLAIN = 0;
  private static final byte DEFLATED = 1;
  private static final byte MESSAGE = 2;
  private static final int LEVEL = 3;

  /** Never changes: what was packed with it is unpacked with it. Another one gets another byte. */
  private static final byte[] DICTIONARY = dictionary();

  private static final int SMALL = 64;
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(LEVEL, true));
  private static final ThreadLocal<Inflater> INFLATERS =
      ThreadLocal.withInitial(() -> new Inflater(true));

  private Packed() {}

  static byte[] pack(byte[] content) {
    return content == null ? null : pack(content, DEFLATED);
  }

  /** Packs the canonical JSON of a message: its names are in the dictionary. */
  static byte[] packMessage(byte[] json) {
    return json == null ? null : pack(json, MESSAGE);
  }

  private static byte[] pack(byte[] content, byte how) {
    var packed = new byte[content.length + 1];
    if (content.length > SMALL) {
      var deflater = DEFLATERS.get();
      deflater.reset();
      if (how == MESSAGE) {
        deflater.setDictionary(DICTIONARY);
      }
      deflater.setInput(content);
      deflater.finish();
      int size = deflater.deflate(packed, 1, content.length);
      if (deflater.finished()) {
        packed[0] = how;
        return Arrays.copyOf(packed, size + 1);
      }
    }
    packed[0] = PLAIN;
    System.arraycopy(content, 0, packed, 1, content.length);
    return packed;
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
      case DEFLATED, MESSAGE -> inflate(stored);
      default -> throw new LedgerException("content packed in an unknown way: " + stored[0]);
    };
  }

  private static byte[] inflate(byte[] stored) {
    var inflater = INFLATERS.get();
    inflater.reset();
    if (stored[0] == MESSAGE) {
      inflater.setDictionary(DICTIONARY);
    }
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

  private static byte[] dictionary() {
    try (var resource = Packed.class.getResourceAsStream("dictionary-1.txt")) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
