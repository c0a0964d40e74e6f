package org.chasqui.ledger;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Records what a part says of items beside its messages, in the part's transaction: so nothing that
 * comes at the same moment over another interchange is missed. Costs little where nothing is
 * awaited.
 */
final class Watching {
  private static final String SET =
      "INSERT INTO alarm (id, identity, kind, subject, party, other, reference, detail, message_id,"
          + " pause, due_at, created_at, state, raised_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + " ON CONFLICT (identity) WHERE state < 300 DO ";
  private static final String KIND_STANDS =
      "SELECT 1 FROM alarm WHERE state < 300 AND kind = ? LIMIT 1";
  private static final String SUBJECTS =
      "SELECT DISTINCT subject FROM alarm WHERE state < 300 AND subject IN " + DispatchItems.PLACES;
  private static final String OF_SUBJECT =
      "SELECT "
          + Alarms.COLUMNS
          + " FROM alarm a WHERE a.subject = ? AND a.state < 300 ORDER BY a.id";
  private static final String END =
      "UPDATE alarm SET state = CASE state WHEN 100 THEN 300 ELSE 400 END, ended_at = ?"
          + " WHERE id = ? AND state < 300";
  private static final String RAISE =
      "UPDATE alarm SET state = 200, raised_at = ?, message_id = ? WHERE id = ? AND state = 100";
  private static final String START =
      "UPDATE alarm SET due_at = ? + pause WHERE id = ? AND state = 100 AND due_at IS NULL";

  private static final Set<AlarmKind> FOR_THE_POST =
      EnumSet.of(
          AlarmKind.REFERRAL_DUE, AlarmKind.REFERRAL_OVERDUE, AlarmKind.DO_NOT_LOAD_UNCONFIRMED);

  private final Transaction transaction;
  private final Sql sql;
  private final Map<AlarmKind, Boolean> standing = new EnumMap<>(AlarmKind.class);
  private Set<String> watched;

  private Watching(Transaction transaction) {
    this.transaction = transaction;
    this.sql = transaction.sql();
  }

  static void record(Transaction transaction, ItemLife life) throws SQLException {
    DispatchItems.record(transaction.sql(), life);
    new Watching(transaction).apply(life.alarms());
  }

  private void apply(List<AlarmChange> changes) throws SQLException {
    for (var change : changes) {
      switch (change) {
        case AlarmChange.Await await -> set(await.alarm(), AlarmState.AWAITED, "NOTHING");
        case AlarmChange.Raise raise ->
            set(raise.alarm(), AlarmState.RAISED, "UPDATE SET detail = excluded.detail");
        case AlarmChange.End end -> end(end, changes);
        case AlarmChange.Answered answered -> answered(answered, changes);
        case AlarmChange.Moved moved -> moved(moved);
        case AlarmChange.Declared declared -> declared(declared);
      }
    }
  }

  private void set(NewAlarm alarm, AlarmState state, String otherwise) throws SQLException {
    boolean raised = state == AlarmState.RAISED;
    boolean known = raised && stands(alarm);
    boolean changed = sql.update(SET + otherwise, row(alarm, state)) > 0;
    standing.put(alarm.kind(), true);
    if (watched != null) {
      watched.add(alarm.subject());
    }
    if (raised && changed && !known) {
      for (var set : standing(alarm.subject())) {
        if (set.id() == alarm.id()) {
          tell(set);
        }
      }
    }
  }

  private Object[] row(NewAlarm alarm, AlarmState state) {
    return new Object[] {
      alarm.id(),
      alarm.identity(),
      alarm.kind().code(),
      alarm.subject(),
      alarm.party(),
      alarm.other(),
      alarm.reference(),
      alarm.detail(),
      alarm.messageId(),
      alarm.pause() == null ? null : (Long) alarm.pause().toMillis(),
      Codes.millis(alarm.due()),
      transaction.now(),
      state.code(),
      state == AlarmState.RAISED ? (Long) transaction.now() : null
    };
  }

  private boolean stands(NewAlarm alarm) throws SQLException {
    return sql.number("SELECT 1 FROM alarm WHERE identity = ? AND state < 300", alarm.identity())
        == 1;
  }

  private boolean stands(Set<AlarmKind> kinds) throws SQLException {
    for (var kind : kinds) {
      var known = standing.get(kind);
      if (known == null) {
        known = sql.number(KIND_STANDS, kind.code()) == 1;
        standing.put(kind, known);
      }
      if (known) {
        return true;
      }
    }
    return false;
  }

  /** Subjects of the part of which something is awaited; asked for once. */
  private boolean isWatched(String subject, List<AlarmChange> changes) throws SQLException {
    if (watched == null) {
      var subjects = new LinkedHashSet<String>();
      for (var change : changes) {
        switch (change) {
          case AlarmChange.End end -> subjects.add(end.subject());
          case AlarmChange.Answered answered -> subjects.add(answered.subject());
          default -> {
            // looks for itself
          }
        }
      }
      watched =
          new HashSet<>(DispatchItems.inPages(sql, SUBJECTS, List.of(), List.copyOf(subjects)));
    }
    return watched.contains(subject);
  }

  private List<Alarm> standing(String subject) throws SQLException {
    return sql.list(OF_SUBJECT, Alarms::read, subject);
  }

  private void end(AlarmChange.End end, List<AlarmChange> changes) throws SQLException {
    if (!stands(end.kinds())) {
      return;
    }
    if (end.kinds().contains(AlarmKind.EVENT_MISSING)) {
      for (var subject : DispatchItems.around(sql, end.subject())) {
        endAll(subject, end);
      }
    } else if (isWatched(end.subject(), changes)) {
      endAll(end.subject(), end);
    }
  }

  private void endAll(String subject, AlarmChange.End end) throws SQLException {
    for (var alarm : standing(subject)) {
      if (end.fits(alarm)) {
        end(alarm);
      }
    }
  }

  private void end(Alarm alarm) throws SQLException {
    boolean ended = sql.update(END, transaction.now(), alarm.id()) > 0;
    if (ended && alarm.state() == AlarmState.RAISED) {
      transaction.event("cleared", alarm.party(), 0, 0, Alarms.detail(alarm));
    }
  }

  private void answered(AlarmChange.Answered answered, List<AlarmChange> changes)
      throws SQLException {
    if (!stands(FOR_THE_POST) || !isWatched(answered.subject(), changes)) {
      return;
    }
    var end =
        new AlarmChange.End(
            answered.subject(),
            FOR_THE_POST,
            answered.post(),
            null,
            answered.reference(),
            answered.types());
    var all = standing(answered.subject());
    for (var alarm : all) {
      if (end.fits(alarm)) {
        end(alarm);
        for (var next : all) {
          if (next.kind() == AlarmKind.ASSESSMENT_OVERDUE
              && next.party().equals(alarm.other())
              && next.reference().equals(alarm.reference())) {
            sql.update(START, transaction.now(), next.id());
          }
        }
      }
    }
  }

  private void moved(AlarmChange.Moved moved) throws SQLException {
    if (!stands(Set.of(AlarmKind.DO_NOT_LOAD_MOVED))) {
      return;
    }
    var items = new LinkedHashSet<String>();
    items.add(moved.subject());
    items.addAll(DispatchItems.within(sql, moved.subject()));
    for (var item : items) {
      for (var alarm : standing(item)) {
        if (alarm.kind() == AlarmKind.DO_NOT_LOAD_MOVED
            && sql.update(RAISE, transaction.now(), moved.messageId(), alarm.id()) > 0) {
          tell(alarm);
        }
      }
    }
  }

  private void tell(Alarm alarm) {
    transaction.event("alarmed", alarm.party(), 0, 0, Alarms.detail(alarm));
  }

  private void declared(AlarmChange.Declared declared) throws SQLException {
    if (declared.items().isEmpty() || !stands(Set.of(AlarmKind.ITEMS_UNDECLARED))) {
      return;
    }
    for (var dispatch : DispatchItems.dispatches(sql, declared.by(), declared.items())) {
      for (var alarm : standing(dispatch)) {
        if (alarm.kind() == AlarmKind.ITEMS_UNDECLARED && alarm.party().equals(declared.by())) {
          recount(alarm, declared.countryOf());
        }
      }
    }
  }

  private void recount(Alarm alarm, UnaryOperator<String> countryOf) throws SQLException {
    long left = DispatchItems.undeclared(sql, alarm.subject(), alarm.party(), countryOf);
    if (left == 0) {
      end(alarm);
    } else {
      sql.update("UPDATE alarm SET detail = ? WHERE id = ?", Long.toString(left), alarm.id());
    }
  }
}
