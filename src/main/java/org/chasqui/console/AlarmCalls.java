package org.chasqui.console;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.chasqui.console.ItemCalls.BadParameter;
import org.chasqui.ledger.Alarm;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.AlarmSearch;
import org.chasqui.ledger.AlarmState;
import org.chasqui.ledger.Ledger;

/** {@code /v1/alarms}: what did not come by its time, and what is still awaited. */
final class AlarmCalls {
  /** Alarms whether they stand or are over. */
  static final String ALL = "ALL";

  /** What may be asked for; the first unless told. */
  static final List<String> STATES =
      List.of(AlarmState.RAISED.name(), AlarmState.CLEARED.name(), AlarmState.AWAITED.name(), ALL);

  private static final int DEFAULT_LIMIT = 50;

  private final Ledger ledger;

  AlarmCalls(Ledger ledger) {
    this.ledger = ledger;
  }

  /** One deadline or alarm, with what it says in the language of the caller. */
  record AlarmView(
      String id,
      String kind,
      String state,
      String subject,
      String party,
      String other,
      String reference,
      String detail,
      String message,
      String createdAt,
      String dueAt,
      String raisedAt,
      String endedAt,
      String text) {}

  record AlarmsView(List<AlarmView> alarms, String next) {}

  ApiResponse list(Call call) {
    try {
      int limit = call.number("limit", DEFAULT_LIMIT, 1, ItemCalls.MOST);
      var page = ledger.alarms().search(criteria(call, limit));
      var rows = page.rows().stream().map(alarm -> view(alarm, call.texts())).toList();
      return Json.answer(200, new AlarmsView(rows, page.next()));
    } catch (BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  /** Criteria from the query; also what the page of alarms uses. */
  AlarmSearch criteria(Call call, int limit) throws BadParameter {
    var state = one(call, "state", STATES, name -> name).orElse(STATES.getFirst());
    var cursor = call.query("cursor").orElse(null);
    if (cursor != null && !cursor.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
      throw new BadParameter("cursor", cursor);
    }
    return new AlarmSearch(
        call.confinedTo(),
        call.query("party").map(party -> party.toLowerCase(Locale.ROOT)).orElse(null),
        one(call, "kind", Arrays.asList(AlarmKind.values()), AlarmKind::name).orElse(null),
        call.query("subject").map(ItemCalls::itemId).orElse(null),
        state.equals(ALL) ? null : AlarmState.valueOf(state),
        limit,
        cursor);
  }

  private static <E> Optional<E> one(Call call, String name, List<E> all, Function<E, String> form)
      throws BadParameter {
    var given = call.query(name).filter(text -> !text.isEmpty());
    if (given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        all.stream()
            .filter(value -> form.apply(value).equalsIgnoreCase(given.get()))
            .findFirst()
            .orElseThrow(() -> new BadParameter(name, given.get())));
  }

  static AlarmView view(Alarm alarm, Texts texts) {
    return new AlarmView(
        Long.toString(alarm.id()),
        alarm.kind().name(),
        alarm.state().name(),
        alarm.subject(),
        alarm.party(),
        alarm.other(),
        alarm.reference(),
        alarm.detail(),
        Long.toString(alarm.messageId()),
        time(alarm.createdAt()),
        time(alarm.due()),
        time(alarm.raisedAt()),
        time(alarm.endedAt()),
        says(alarm, texts));
  }

  private static String time(Instant at) {
    return Views.time(at);
  }

  /** What an alarm says, in one sentence. */
  static String says(Alarm alarm, Texts texts) {
    var detail = alarm.detail() == null ? "" : alarm.detail();
    var about =
        switch (alarm.kind()) {
          case EVENT_MISSING -> texts.getOr("event-type." + detail, detail);
          case ITEMS_UNDECLARED -> detail;
          default -> texts.getOr("referral." + detail, detail) + " " + alarm.reference();
        };
    return texts.get("alarm." + alarm.kind(), about);
  }
}
