package org.chasqui.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a received document, read piece by piece; holds no connection between pieces. */
final class RawStream extends InputStream {
  private final Reading reading;
  private final long interchangeId;
  private byte[] piece;
  private int next;
  private int at;

  private RawStream(Reading reading, long interchangeId, byte[] first) {
    this.reading = reading;
    this.interchangeId = interchangeId;
    this.piece = first;
    this.next = 1;
  }

  static Optional<InputStream> open(Reading reading, long interchangeId) {
    var accepted =
        reading.read(
            sql -> sql.number("SELECT state FROM interchange WHERE id = ?", interchangeId) >= 100);
    return accepted
        ? piece(reading, interchangeId, 0)
            .map(first -> new RawStream(reading, interchangeId, first))
        : Optional.empty();
  }

  private static Optional<byte[]> piece(Reading reading, long interchangeId, int number) {
    return reading.read(
        sql ->
            sql.first(
                "SELECT content FROM raw_piece WHERE interchange_id = ? AND piece = ?",
                row -> Packed.unpack(row.getBytes(1)),
                interchangeId,
                number));
  }

  private boolean exhausted() throws IOException {
    while (piece != null && at == piece.length) {
      try {
        piece = piece(reading, interchangeId, next++).orElse(null);
      } catch (LedgerException e) {
        throw new IOException(e.getMessage(), e);
      }
      at = 0;
    }
    return piece == null;
  }

  @Override
  public int read() throws IOException {
    return exhausted() ? -1 : piece[at++] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (exhausted()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, target, offset, count);
    at += count;
    return count;
  }
}
