package org.chasqui.codec.edifact;

import java.io.IOException;
import java.io.InputStream;

/** The part of a stream that the lexer looks at: one array, moved along. */
final class ByteWindow {
  final byte[] bytes;
  int position;
  int limit;
  private final InputStream in;
  private long consumed;
  private boolean atEnd;

  ByteWindow(InputStream in, int size) {
    this.in = in;
    this.bytes = new byte[size];
  }

  /** Where a byte of the array stands in the stream. */
  long offset(int index) {
    return consumed + index;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  /**
   * Moves what stands from {@code keep} on to the front and reads on.
   *
   * @return false at the end of the stream, and when the array is full
   */
  boolean refill(int keep) throws IOException {
    System.arraycopy(bytes, keep, bytes, 0, limit - keep);
    consumed += keep;
    limit -= keep;
    position = 0;
    while (!atEnd && limit < bytes.length) {
      int read = in.read(bytes, limit, bytes.length - limit);
      if (read < 0) {
        atEnd = true;
      } else if (read > 0) {
        limit += read;
        return true;
      }
    }
    return false;
  }

  /** True when there is a byte at the position, perhaps after reading on. */
  boolean hasMore() throws IOException {
    return position < limit || refill(position);
  }

  /** Makes sure of a number of bytes at the position, if the stream has them. */
  void need(int count) throws IOException {
    while (limit - position < count && refill(position)) {
      position = 0;
    }
  }

  boolean startsWith(String ascii) {
    for (int i = 0; i < ascii.length(); i++) {
      if (position + i >= limit || bytes[position + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Skips blanks, line breaks and a byte order mark before the document. */
  void skipBlank() throws IOException {
    boolean mark = true;
    while (hasMore()) {
      int b = bytes[position] & 0xFF;
      boolean byteOrderMark = mark && (b == 0xEF || b == 0xBB || b == 0xBF);
      if (!byteOrderMark && b != ' ' && b != '\r' && b != '\n' && b != '\t') {
        return;
      }
      mark = byteOrderMark;
      position++;
    }
  }

  /**
   * Skips line breaks between segments.
   *
   * @return false at the end of the document
   */
  boolean skipLineBreaks() throws IOException {
    while (hasMore()) {
      byte b = bytes[position];
      if (b != '\r' && b != '\n') {
        return true;
      }
      position++;
    }
    return false;
  }

  /** True when nothing but padding stands from an index on. */
  boolean isPadding(int from) {
    for (int i = from; i < limit; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != 0 && bytes[i] != 0x1A) {
        return false;
      }
    }
    return true;
  }

  /** The first bytes at the position in hexadecimal. */
  String firstBytes() {
    var hex = new StringBuilder();
    for (int i = position; i < Math.min(limit, position + 4); i++) {
      hex.append(hex.isEmpty() ? "" : " ").append(String.format("%02X", bytes[i]));
    }
    return hex.toString();
  }
}
