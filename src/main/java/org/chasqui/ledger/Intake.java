package org.chasqui.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.ledger.Acceptance.Result;

/**
 * Keeps documents as they were received. A document is stored in pieces; a large one in several
 * transactions, and it counts as received only when the last one is committed.
 */
final class Intake {
  static final int PIECE = 1 << 20;
  private static final String INSERT =
      "INSERT INTO interchange (id, party, identity, door, format, media_type, reference, test,"
          + " caused_by, received_at, sha256, size, state, due_at, sweep_at, node)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String INSERT_PIECE =
      "INSERT INTO raw_piece (interchange_id, piece, content) VALUES (?,?,?)";

  private final Writer writer;
  private final Ids ids;
  private final Duration firstHandOver;

  Intake(Writer writer, Ids ids, Duration firstHandOver) {
    this.writer = writer;
    this.ids = ids;
    this.firstHandOver = firstHandOver;
  }

  /** A document ready for its last transaction: small ones with their bytes, large ones stored. */
  record Prepared(long id, NewInterchange header, String sha256, long size, byte[] packed) {
    boolean staged() {
      return packed == null;
    }
  }

  Acceptance accept(NewInterchange header, RawDocument raw) throws IOException {
    var prepared = prepare(header, raw);
    return writer.writeFirst(transaction -> seal(transaction, prepared));
  }

  /** Does what can be done before the last transaction. */
  Prepared prepare(NewInterchange header, RawDocument raw) throws IOException {
    long id = ids.next();
    if (raw.size() > PIECE) {
      stage(id, header, raw);
      return new Prepared(id, header, raw.sha256(), raw.size(), null);
    }
    try (var bytes = raw.open()) {
      var content = bytes.readNBytes(PIECE);
      if (content.length != raw.size()) {
        throw new IOException("the document has " + content.length + " bytes, not " + raw.size());
      }
      return new Prepared(id, header, raw.sha256(), raw.size(), Packed.pack(content));
    }
  }

  private void stage(long id, NewInterchange header, RawDocument raw) throws IOException {
    writer.write(transaction -> insert(transaction, id, header, raw, InterchangeState.RECEIVING));
    var digest = Digests.sha256();
    try (var bytes = raw.open()) {
      int piece = 0;
      for (var content = bytes.readNBytes(PIECE);
          content.length > 0;
          content = bytes.readNBytes(PIECE)) {
        digest.update(content);
        var row = new Object[] {id, piece++, Packed.pack(content)};
        writer.write(transaction -> transaction.sql().update(INSERT_PIECE, row));
      }
      if (!Digests.hex(digest.digest()).equals(raw.sha256())) {
        throw new IOException("the document changed while it was read");
      }
    } catch (IOException | RuntimeException e) {
      writer.write(transaction -> remove(transaction.sql(), id));
      throw e;
    }
  }

  private static int insert(
      Transaction transaction,
      long id,
      NewInterchange header,
      RawDocument raw,
      InterchangeState state)
      throws SQLException {
    var staged = new Prepared(id, header, raw.sha256(), raw.size(), null);
    return transaction.sql().update(INSERT, row(transaction, staged, null, state, null, null));
  }

  private static Object[] row(
      Transaction transaction,
      Prepared prepared,
      String identity,
      InterchangeState state,
      Long due,
      Long sweep) {
    var header = prepared.header();
    return new Object[] {
      prepared.id(),
      header.party(),
      identity,
      header.door(),
      header.format(),
      header.mediaType(),
      header.reference(),
      Codes.flag(header.test()),
      header.causedBy(),
      header.receivedAt().toEpochMilli(),
      prepared.sha256(),
      prepared.size(),
      state.code(),
      due,
      sweep,
      transaction.node()
    };
  }

  /** The last transaction: the document is accepted, or was there before. */
  Acceptance seal(Transaction transaction, Prepared prepared) throws SQLException {
    boolean isNew =
        prepared.staged() ? flip(transaction, prepared) : insertSmall(transaction, prepared);
    if (!isNew) {
      if (prepared.staged()) {
        remove(transaction.sql(), prepared.id());
      }
      return earlier(transaction.sql(), prepared);
    }
    var detail = Map.of("sha256", prepared.sha256(), "size", Long.toString(prepared.size()));
    transaction.event("received", prepared.header().party(), prepared.id(), 0, detail);
    return new Acceptance(Result.ACCEPTED, prepared.id());
  }

  private boolean insertSmall(Transaction transaction, Prepared prepared) throws SQLException {
    long now = transaction.now();
    var row =
        row(
            transaction,
            prepared,
            prepared.header().key(),
            InterchangeState.ACCEPTED,
            now,
            now + firstHandOver.toMillis());
    if (transaction.sql().update(INSERT + " ON CONFLICT (party, identity) DO NOTHING", row) == 0) {
      return false;
    }
    transaction.sql().update(INSERT_PIECE, prepared.id(), 0, prepared.packed());
    return true;
  }

  private boolean flip(Transaction transaction, Prepared prepared) throws SQLException {
    var header = prepared.header();
    long now = transaction.now();
    return transaction
            .sql()
            .update(
                "UPDATE interchange SET identity = ?, state = 100, due_at = ?, sweep_at = ?"
                    + " WHERE id = ? AND state = 50 AND NOT EXISTS"
                    + " (SELECT 1 FROM interchange WHERE party = ? AND identity = ?)",
                header.key(),
                now,
                now + firstHandOver.toMillis(),
                prepared.id(),
                header.party(),
                header.key())
        > 0;
  }

  private static Acceptance earlier(Sql sql, Prepared prepared) throws SQLException {
    var header = prepared.header();
    return sql.first(
            "SELECT id, sha256 FROM interchange WHERE party = ? AND identity = ?",
            row ->
                new Acceptance(
                    row.getString(2).equals(prepared.sha256()) ? Result.DUPLICATE : Result.CONFLICT,
                    row.getLong(1)),
            header.party(),
            header.key())
        .orElseThrow(() -> new LedgerException("the document was removed while it was received"));
  }

  /** Removes a document that was never accepted. */
  static int remove(Sql sql, long id) throws SQLException {
    sql.update("DELETE FROM raw_piece WHERE interchange_id = ?", id);
    return sql.update("DELETE FROM interchange WHERE id = ? AND state = 50", id);
  }

  /** Removes what the earlier life of this node did not finish receiving. */
  static int removeLeftovers(Transaction transaction) throws SQLException {
    List<Long> left =
        transaction
            .sql()
            .list(
                "SELECT id FROM interchange WHERE state = 50 AND node = ?",
                row -> row.getLong(1),
                transaction.node());
    var removed = new ArrayList<Long>(left);
    for (var id : removed) {
      remove(transaction.sql(), id);
    }
    return removed.size();
  }
}
