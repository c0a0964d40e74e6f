package org.chasqui.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.MessageKind;

/** Claims interchanges for interpretation and records what was found in them, part by part. */
final class Interpreting {
  private static final String INSERT =
      "INSERT INTO message (id, interchange_id, position, kind, business_key, envelope_id, sender,"
          + " declaration_id, correlation_id, version, refused, status, decisive, decided_by,"
          + " recorded_at, json, assessment, begins) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String CLAIM =
      "UPDATE interchange SET state = 200, token = ?, lease = ?, due_at = ?, sweep_at = ?,"
          + " node = ? WHERE id = ? AND (state = 100 OR (state = 200 AND due_at <= ?))";
  private static final String ADVANCE =
      "UPDATE interchange SET state = ?, position = ?, token = ?, items = items + ?,"
          + " refused = refused + ?, faults = faults + ?, due_at = ?, sweep_at = ?"
          + " WHERE id = ? AND state = 200 AND token = ? AND position = ?";

  private final Writer writer;
  private final Ids ids;
  private final Routing routing;

  Interpreting(Writer writer, Ids ids, Routing routing) {
    this.writer = writer;
    this.ids = ids;
    this.routing = routing;
  }

  Optional<InterpretationClaim> claim(long id, Duration lease) {
    long token = ids.next();
    return writer.write(
        transaction -> {
          long now = transaction.now();
          long until = now + lease.toMillis();
          int claimed =
              transaction
                  .sql()
                  .update(
                      CLAIM, token, lease.toMillis(), until, until, transaction.node(), id, now);
          return claimed == 0 ? Optional.empty() : read(transaction.sql(), id, token);
        });
  }

  private static Optional<InterpretationClaim> read(Sql sql, long id, long token)
      throws SQLException {
    return sql.first(
        "SELECT " + Columns.INTERCHANGE + ", i.position FROM interchange i WHERE i.id = ?",
        row -> new InterpretationClaim(Columns.interchange(row), row.getInt(16), token),
        id);
  }

  private static final String SO_FAR =
      "SELECT items, refused, faults, lease FROM interchange WHERE id = ?";

  /** A part with all that needs no transaction done. */
  private record Prepared(
      InterpretationClaim claim,
      Interpretation part,
      long token,
      List<NewMessage> messages,
      List<byte[]> packed,
      String digest,
      List<Object[]> problems,
      int refused,
      int faults) {}

  InterpretationClaim record(InterpretationClaim claim, Interpretation part) {
    check(claim, part);
    var prepared = prepare(claim, part);
    writer.write(
        transaction -> {
          write(transaction, prepared);
          return null;
        });
    return new InterpretationClaim(claim.interchange(), part.toPosition(), prepared.token());
  }

  private static void check(InterpretationClaim claim, Interpretation part) {
    if (part.toPosition() < claim.position()) {
      throw new LedgerException("the part ends before position " + claim.position());
    }
    for (var message : part.messages()) {
      if (message.position() <= claim.position() || message.position() > part.toPosition()) {
        throw new LedgerException(
            "message " + message.position() + " is outside its part of the interchange");
      }
    }
  }

  private Prepared prepare(InterpretationClaim claim, Interpretation part) {
    var digest = new MessagesDigest();
    var packed = new ArrayList<byte[]>(part.messages().size());
    int refused = 0;
    var messages = new ArrayList<>(part.messages());
    messages.sort(Comparator.comparingInt(NewMessage::position).thenComparing(NewMessage::id));
    for (var message : messages) {
      digest.add(
          message.id(),
          message.json() == null ? null : Digests.of(message.json()),
          part.assessments().get(message.id()));
      packed.add(Packed.packMessage(message.json()));
      refused += Codes.flag(message.refused());
    }
    var problems = new ArrayList<Object[]>();
    int faults = 0;
    for (var problem : part.problems()) {
      problems.add(Problems.row(ids.next(), claim.interchange().id(), problem));
      faults += Codes.flag(problem.problem().isError());
    }
    return new Prepared(
        claim, part, ids.next(), messages, packed, digest.hex(), problems, refused, faults);
  }

  private void write(Transaction transaction, Prepared prepared) throws SQLException {
    var sql = transaction.sql();
    advance(transaction, prepared);
    sql.batch(INSERT, messageRows(transaction, prepared));
    sql.batch(Problems.INSERT, prepared.problems());
    routing.route(transaction, prepared.claim().interchange().id(), prepared.part());
    var interchange = prepared.claim().interchange();
    transaction.event(
        "interpreted", interchange.header().party(), interchange.id(), 0, detail(prepared));
    count(transaction, prepared);
    QualitySums.record(transaction, prepared.part());
    var life = prepared.part().life();
    Watching.record(transaction, life);
    new Awaiting(transaction).advised(interchange.id(), life.carried());
  }

  private static void advance(Transaction transaction, Prepared prepared) throws SQLException {
    var sql = transaction.sql();
    var claim = prepared.claim();
    long id = claim.interchange().id();
    var part = prepared.part();
    var before = soFar(sql, id);
    var state = part.last() ? before.end(prepared) : InterchangeState.INTERPRETING;
    Long due = part.last() ? null : (Long) (transaction.now() + before.lease());
    int advanced =
        sql.update(
            ADVANCE,
            state.code(),
            part.toPosition(),
            prepared.token(),
            part.messages().size(),
            prepared.refused(),
            prepared.faults(),
            due,
            due,
            id,
            claim.token(),
            claim.position());
    if (advanced == 0) {
      throw new LedgerException("the claim of interchange " + id + " was lost");
    }
  }

  private static SoFar soFar(Sql sql, long id) throws SQLException {
    return sql.first(SO_FAR, SoFar::of, id)
        .orElseThrow(() -> new LedgerException("interchange " + id + " is unknown"));
  }

  /** What was interpreted of an interchange before a part, and for how long a part is leased. */
  private record SoFar(long items, long refused, long faults, long lease) {
    static SoFar of(ResultSet row) throws SQLException {
      return new SoFar(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    /** The state after the last part. */
    InterchangeState end(Prepared last) {
      long all = items + last.messages().size();
      long bad = refused + last.refused();
      if (all == bad) {
        return all == 0 && faults + last.faults() == 0
            ? InterchangeState.INTERPRETED
            : InterchangeState.REFUSED;
      }
      return bad == 0 ? InterchangeState.INTERPRETED : InterchangeState.PARTLY_REFUSED;
    }
  }

  private static List<Object[]> messageRows(Transaction transaction, Prepared prepared) {
    var rows = new ArrayList<Object[]>();
    for (int i = 0; i < prepared.messages().size(); i++) {
      rows.add(row(transaction, prepared, prepared.messages().get(i), prepared.packed().get(i)));
    }
    return rows;
  }

  private static Object[] row(
      Transaction transaction, Prepared prepared, NewMessage message, byte[] packed) {
    var interchange = prepared.claim().interchange();
    return new Object[] {
      message.id(),
      interchange.id(),
      message.position(),
      Codes.of(message.kind()),
      message.businessKey(),
      message.envelopeId(),
      message.sender() == null ? interchange.header().party() : message.sender(),
      message.declarationId(),
      message.correlationId(),
      message.version(),
      Codes.flag(message.refused()),
      Codes.text(message.status()),
      Codes.flag(message.decisive() && !message.refused()),
      message.decidedBy(),
      transaction.now(),
      packed,
      prepared.part().assessments().get(message.id()),
      message.begins().code()
    };
  }

  private static Map<String, String> detail(Prepared prepared) {
    var detail = new HashMap<String, String>();
    detail.put("from", Integer.toString(prepared.claim().position() + 1));
    detail.put("to", Integer.toString(prepared.part().toPosition()));
    detail.put("count", Integer.toString(prepared.part().messages().size()));
    detail.put("refused", Integer.toString(prepared.refused()));
    detail.put("digest", prepared.digest());
    detail.put("last", prepared.part().last() ? "true" : null);
    return detail;
  }

  private static void count(Transaction transaction, Prepared prepared) {
    var party = prepared.claim().interchange().header().party();
    if (prepared.refused() > 0) {
      transaction.tally(party, Delta.refused(prepared.refused()));
    }
    if (!prepared.problems().isEmpty()) {
      transaction.tally(party, Delta.problems(prepared.problems().size()));
    }
    var declared = new HashMap<String, Long>();
    for (var message : prepared.part().messages()) {
      if (message.kind() == MessageKind.ITEM_DECLARATION && !message.refused()) {
        declared.merge(message.sender() == null ? party : message.sender(), 1L, Long::sum);
      }
    }
    declared.forEach((sender, count) -> transaction.tally(sender, Delta.accepted(count)));
  }
}
