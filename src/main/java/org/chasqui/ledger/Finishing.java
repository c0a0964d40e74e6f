package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.message.MessageKind;

/** Ends attempts: the outcome of the delivery and of each line, problems, counts and the event. */
final class Finishing {
  private static final String FINISH =
      "UPDATE delivery SET state = ?, due_at = ?, sweep_at = ?, protocol = COALESCE(?, protocol),"
          + " reason = ?, changed_at = ?, submitted_at = COALESCE(submitted_at, ?),"
          + " offered_at = COALESCE(?, offered_at), open = ?, parked = parked + ?, cut = ?,"
          + " attempts = attempts - ?,"
          + " polls = CASE WHEN state = 310 THEN polls ELSE 0 END, token = 0"
          + " WHERE id = ? AND token = ? AND state IN (200, 310)";
  private static final String LINE =
      "UPDATE delivery_line SET state = ?, national_reference = COALESCE(?, national_reference)"
          + " WHERE delivery_id = ? AND message_id = ?";

  /** Declarations that were decided and whose decision is now with the post, each counted once. */
  private static final String TELL =
      "UPDATE delivery_line SET told = 1 WHERE told = 0 AND decided = 1 AND recipient = ?"
          + " AND message_id IN (SELECT m.id FROM delivery_line t"
          + " JOIN message m ON m.business_key = t.item AND m.kind = 1"
          + " WHERE t.delivery_id = ? AND t.decisive = 1 AND t.state < 800)";

  /** The condition on 0 is that of the index, which would not be used without. */
  private static final String OF_LINE =
      " FROM problem WHERE delivery_id = ? AND delivery_id > 0 AND message_id = ?";

  private static final String LOSSES = "SELECT COUNT(*)" + OF_LINE + " AND code LIKE 'EAD-40%'";
  private static final String FORGET = "DELETE" + OF_LINE;

  private final Ids ids;

  Finishing(Ids ids) {
    this.ids = ids;
  }

  /** An outcome with all that needs no transaction done. */
  record Prepared(
      DeliveryClaim claim,
      DeliveryOutcome outcome,
      byte[] document,
      byte[] answer,
      Map<String, String> detail,
      List<Object[]> lines,
      List<Object[]> problems,
      long losses,
      Counts counts) {}

  /** How many of the lines that were carried came to which end by name, and how many follow. */
  record Counts(long delivered, long parked, long refused, long following) {
    long named() {
      return delivered + parked + refused;
    }
  }

  Prepared prepare(DeliveryClaim claim, DeliveryOutcome outcome) {
    var lines = new ArrayList<Object[]>();
    var problems = new ArrayList<Object[]>();
    long losses = 0;
    var named = new HashMap<LineState, Long>();
    for (var line : outcome.lines()) {
      var state = follows(outcome.state(), line.state()) ? LineState.WAITING : line.state();
      named.merge(state, 1L, Long::sum);
      if (state != LineState.WAITING || line.nationalReference() != null) {
        lines.add(row(claim, line, state));
      }
      for (var problem : line.problems()) {
        problems.add(Problems.row(ids.next(), 0, line.messageId(), claim.id(), 0, problem));
        losses += Codes.flag(Problems.isLoss(problem));
      }
    }
    return new Prepared(
        claim,
        outcome,
        Packed.pack(outcome.document()),
        Packed.pack(outcome.answer()),
        detail(claim, outcome),
        lines,
        problems,
        losses,
        counts(claim, named));
  }

  private static Object[] row(DeliveryClaim claim, LineOutcome line, LineState state) {
    return new Object[] {state.code(), line.nationalReference(), claim.id(), line.messageId()};
  }

  private static Counts counts(DeliveryClaim claim, Map<LineState, Long> named) {
    long delivered = named.getOrDefault(LineState.DELIVERED, 0L);
    long parked = named.getOrDefault(LineState.PARKED, 0L);
    long refused = named.getOrDefault(LineState.REFUSED, 0L);
    return new Counts(
        delivered, parked, refused, claim.lines().size() - delivered - parked - refused);
  }

  /** A line whose end is that of its delivery needs no row written. */
  private static boolean follows(DeliveryState delivery, LineState line) {
    return switch (line) {
      case WAITING -> true;
      case DELIVERED, DECIDED -> delivery == DeliveryState.DELIVERED;
      case PARKED -> delivery == DeliveryState.PARKED;
      case REFUSED -> false;
    };
  }

  private static Map<String, String> detail(DeliveryClaim claim, DeliveryOutcome outcome) {
    var detail = new HashMap<String, String>();
    detail.put("attempt", Integer.toString(claim.attempt()));
    detail.put("lines", Integer.toString(claim.lines().size()));
    detail.put("reason", outcome.reason());
    detail.put("protocol", outcome.protocol());
    var document = outcome.document();
    if (document == null && !claim.polling()) {
      document = claim.document();
    }
    if (document != null) {
      detail.put("document", Digests.hex(Digests.of(document)));
    }
    if (outcome.answer() != null) {
      detail.put("answer", Digests.hex(Digests.of(outcome.answer())));
    }
    return detail;
  }

  /** What the store knows of the delivery beyond the claim. */
  private record Known(String about, int kind, int cut) {}

  void finish(Transaction transaction, Prepared prepared) throws SQLException {
    var sql = transaction.sql();
    long id = prepared.claim().id();
    var known =
        sql.first(
                "SELECT about, kind, cut FROM delivery WHERE id = ?",
                row -> new Known(row.getString(1), row.getInt(2), row.getInt(3)),
                id)
            .orElseThrow(() -> new LedgerException("delivery " + id + " is unknown"));
    update(transaction, prepared, known);
    int cut = known.cut();
    var mediaType = prepared.outcome().mediaType();
    Documents.keepSent(sql, id, cut, mediaType, prepared.document());
    Documents.keepAnswer(sql, id, prepared.answer());
    sql.batch(LINE, prepared.lines());
    keepProblems(transaction, prepared);
    count(transaction, prepared, known);
    writeEvent(transaction, prepared, known);
  }

  private static void update(Transaction transaction, Prepared prepared, Known known)
      throws SQLException {
    if (transaction.sql().update(FINISH, row(prepared, known, transaction.now())) == 0) {
      throw new LedgerException("the claim of delivery " + prepared.claim().id() + " was lost");
    }
  }

  private static Object[] row(Prepared prepared, Known known, long now) {
    var claim = prepared.claim();
    var outcome = prepared.outcome();
    var state = outcome.state();
    var due = due(outcome, now);
    return new Object[] {
      state.code(),
      due,
      due,
      outcome.protocol(),
      outcome.reason(),
      now,
      claim.polling() || state == DeliveryState.READY ? null : (Long) now,
      state == DeliveryState.OFFERED ? (Long) now : null,
      ended(state) ? 0L : prepared.counts().following(),
      parkedNow(prepared),
      known.cut() + (isCut(prepared) ? 1 : 0),
      Codes.flag(outcome.heldBack() && prepared.counts().named() == 0),
      claim.id(),
      claim.token()
    };
  }

  /** True when some lines came to their end and the rest is to be sent in another document. */
  private static boolean isCut(Prepared prepared) {
    var state = prepared.outcome().state();
    boolean lasting = state == DeliveryState.OFFERED || state == DeliveryState.SUBMITTED;
    return prepared.counts().named() > 0 && !ended(state) && !lasting;
  }

  private static Long due(DeliveryOutcome outcome, long now) {
    if (ended(outcome.state())) {
      return null;
    }
    var due = Codes.millis(outcome.due());
    return due == null && outcome.state() == DeliveryState.READY ? (Long) now : due;
  }

  private static boolean ended(DeliveryState state) {
    return state == DeliveryState.DELIVERED || state == DeliveryState.PARKED;
  }

  /** Lines parked by this outcome; a parked delivery without lines counts as one. */
  private static long parkedNow(Prepared prepared) {
    var counts = prepared.counts();
    if (prepared.outcome().state() != DeliveryState.PARKED) {
      return counts.parked();
    }
    return Math.max(1, counts.parked() + counts.following());
  }

  private static void keepProblems(Transaction transaction, Prepared prepared) throws SQLException {
    var sql = transaction.sql();
    var claim = prepared.claim();
    long losses = prepared.losses();
    if (claim.attempt() > 1 && !prepared.problems().isEmpty()) {
      for (var line : prepared.outcome().lines()) {
        losses -= sql.number(LOSSES, claim.id(), line.messageId());
        sql.update(FORGET, claim.id(), line.messageId());
      }
    }
    sql.batch(Problems.INSERT, prepared.problems());
    if (losses != 0) {
      transaction.tally(claim.recipient(), Delta.losses(losses));
    }
  }

  private static void count(Transaction transaction, Prepared prepared, Known known)
      throws SQLException {
    var claim = prepared.claim();
    var counts = prepared.counts();
    var state = prepared.outcome().state();
    long left = counts.named() + (ended(state) ? counts.following() : 0);
    transaction.tally(claim.recipient(), Delta.standing(-left, parkedNow(prepared)));
    long delivered =
        counts.delivered() + (state == DeliveryState.DELIVERED ? counts.following() : 0);
    delivered(transaction, claim.id(), claim.recipient(), known.kind(), known.about(), delivered);
  }

  /** Counts lines that the party has now, and the decisions told by them. */
  static void delivered(
      Transaction transaction, long id, String recipient, int kind, String about, long lines)
      throws SQLException {
    if (lines == 0) {
      return;
    }
    boolean counted =
        kind == Codes.of(MessageKind.ITEM_DECLARATION)
            || kind == Codes.of(MessageKind.CUSTOMS_DECISION);
    if (counted) {
      transaction.tally(recipient, Delta.delivered(lines, transaction.now()));
    }
    if (about == null) {
      return;
    }
    int told = transaction.sql().update(TELL, about, id);
    if (told > 0) {
      transaction.tally(about, Delta.told(told));
      transaction.tally(recipient, Delta.told(told));
    }
  }

  /** A poll that was answered, whether or not there was a decision, or one that failed. */
  private static String polled(DeliveryOutcome outcome) {
    return outcome.reason() == null ? "polled" : "delayed";
  }

  private static void writeEvent(Transaction transaction, Prepared prepared, Known known) {
    var claim = prepared.claim();
    var detail = new HashMap<>(prepared.detail());
    var counts = prepared.counts();
    detail.put("parked", counts.parked() == 0 ? null : Long.toString(counts.parked()));
    detail.put("refused", counts.refused() == 0 ? null : Long.toString(counts.refused()));
    var type =
        switch (prepared.outcome().state()) {
          case DELIVERED -> known.about() == null ? "delivered" : "told";
          case OFFERED -> "offered";
          case SUBMITTED -> claim.polling() ? polled(prepared.outcome()) : "submitted";
          case PARKED -> "parked";
          default -> "delayed";
        };
    transaction.event(type, claim.recipient(), 0, claim.id(), detail);
  }
}
