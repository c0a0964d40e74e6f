package org.chasqui.ledger;

import java.sql.SQLException;

/** The documents of a delivery: what was sent or offered, and what came back. */
final class Documents {
  static final int SENT = 1;
  static final int ANSWER = 2;
  private static final String KEEP =
      "INSERT INTO delivery_document (delivery_id, part, cut, media_type, content)"
          + " VALUES (?,?,?,?,?) ON CONFLICT (delivery_id, part) DO UPDATE SET"
          + " cut = excluded.cut, media_type = excluded.media_type, content = excluded.content";

  private Documents() {}

  /**
   * Keeps what is sent; null keeps what there is.
   *
   * @param cut which choice of lines it was made for
   * @param packed the document as it stands in the store
   */
  static void keepSent(Sql sql, long deliveryId, int cut, String mediaType, byte[] packed)
      throws SQLException {
    if (packed != null) {
      sql.update(KEEP, deliveryId, SENT, cut, mediaType, packed);
    }
  }

  /** Keeps what came back; null keeps what there is. */
  static void keepAnswer(Sql sql, long deliveryId, byte[] packed) throws SQLException {
    if (packed != null) {
      sql.update(KEEP, deliveryId, ANSWER, 0, null, packed);
    }
  }

  static byte[] read(Sql sql, long deliveryId, int part) throws SQLException {
    return sql.first(
            "SELECT content FROM delivery_document WHERE delivery_id = ? AND part = ?",
            row -> Packed.unpack(row.getBytes(1)),
            deliveryId,
            part)
        .orElse(null);
  }
}
