package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.ledger.ItemLife.Mention;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** Deadlines, alarms and which dispatch carries an item: what every ledger does. */
abstract class LedgerAlarmContract extends LedgerRulesContract {
  private static final String ITEM = "CP123456785CL";
  private static final String DISPATCH = "CLSCLABRSAODACN60042";
  private static final String BAG = DISPATCH + "001100105";
  private static final Duration DAY = Duration.ofDays(1);
  private int messages;

  private NewAlarm alarm(AlarmKind kind, String subject, String reference, Instant due) {
    return new NewAlarm(
        ledger.newId(),
        kind + "/" + subject + "/" + reference,
        kind,
        subject,
        "cla",
        "br",
        reference,
        "RFI",
        1,
        due,
        null);
  }

  private NewAlarm dormant(AlarmKind kind, String subject, String reference, Duration pause) {
    return new NewAlarm(
        ledger.newId(),
        kind + "/" + subject + "/" + reference,
        kind,
        subject,
        "br",
        "cla",
        reference,
        "RFI",
        1,
        null,
        pause);
  }

  private static AlarmChange.End end(String subject, AlarmKind kind) {
    return new AlarmChange.End(subject, EnumSet.of(kind), null, null, null, null);
  }

  private void record(AlarmChange... changes) {
    record(new ItemLife(List.of(), List.of(), Arrays.asList(changes)), List.of());
  }

  private void record(ItemLife life, List<NewMessage> rows) {
    var key = "life" + messages++;
    var id = scene.accept("cla", key, key).interchangeId();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    ledger.record(
        claim,
        new Interpretation(
            1, rows, List.of(), List.of(), true, List.of(), List.of(), Map.of(), life));
  }

  private NewMessage message(MessageKind kind, String key) {
    return scene.message(kind, 1, key, 0);
  }

  private List<Alarm> alarms(AlarmState state) {
    return ledger.alarms().search(search(null, state, 50, null)).rows();
  }

  private static AlarmSearch search(String seenBy, AlarmState state, int limit, String cursor) {
    return new AlarmSearch(seenBy, null, null, null, state, limit, cursor);
  }

  private List<NewDelivery> sweep() {
    var due = ledger.alarms().due(clock.instant(), 100);
    return ledger.alarms().raise(due.stream().map(a -> new DueAlarm(a, false, null)).toList());
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  private void verified() {
    ledger.verify(fault -> assertThat(fault).isNull());
  }

  @Test
  void aDeadlineIsAnAlarmOnlyOnceItHasPassed() {
    record(new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))));

    sweep();
    assertThat(alarms(null)).isEmpty();
    assertThat(alarms(AlarmState.AWAITED)).hasSize(1);
    clock.advance(DAY);
    sweep();
    sweep();

    var raised = alarms(AlarmState.RAISED);
    assertThat(raised).hasSize(1);
    assertThat(raised.getFirst().raisedAt()).isEqualTo(clock.instant());
    assertThat(raised.getFirst().subject()).isEqualTo(ITEM);
    assertThat(raised.getFirst().reference()).isEqualTo("R1");
    assertThat(ledger.alarms().standing()).isEqualTo(Map.of(AlarmKind.REFERRAL_OVERDUE, 1L));
    verified();
  }

  @Test
  void whatComesInTimeNeverBecomesAnAlarm() {
    record(new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))));

    record(end(ITEM, AlarmKind.REFERRAL_OVERDUE));
    clock.advance(DAY.multipliedBy(2));
    sweep();

    assertThat(alarms(null)).isEmpty();
    assertThat(alarms(AlarmState.AWAITED)).isEmpty();
    assertThat(ledger.alarms().standing()).isEmpty();
  }

  @Test
  void whatComesLateClearsTheAlarmAndLeavesItToBeSeen() {
    record(new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))));
    clock.advance(DAY);
    sweep();

    clock.advance(DAY);
    record(end(ITEM, AlarmKind.REFERRAL_OVERDUE));

    var cleared = alarms(AlarmState.CLEARED);
    assertThat(cleared).hasSize(1);
    assertThat(cleared.getFirst().endedAt()).isEqualTo(clock.instant());
    assertThat(alarms(AlarmState.RAISED)).isEmpty();
    verified();
  }

  @Test
  void ofOneIdentityOneStandsAtATime() {
    record(new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, ITEM, "a", in(DAY))));
    record(
        new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, ITEM, "a", in(DAY.multipliedBy(5)))));
    assertThat(alarms(AlarmState.AWAITED)).hasSize(1);
    assertThat(alarms(AlarmState.AWAITED).getFirst().due()).isEqualTo(in(DAY));

    record(end(ITEM, AlarmKind.EVENT_MISSING));
    record(new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, ITEM, "a", in(DAY))));

    assertThat(alarms(AlarmState.AWAITED)).hasSize(1);
  }

  @Test
  void endsOnlyWhatFits() {
    record(
        new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))),
        new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R2", in(DAY))));
    var kinds = EnumSet.of(AlarmKind.REFERRAL_OVERDUE);

    record(
        new AlarmChange.End(ITEM, kinds, null, null, "R9", null),
        new AlarmChange.End(ITEM, kinds, "br", null, null, null),
        new AlarmChange.End(ITEM, kinds, null, "ar", null, null),
        new AlarmChange.End(ITEM, kinds, null, null, null, Set.of("DNL")),
        new AlarmChange.End("CP999999992CL", kinds, null, null, null, null),
        end(ITEM, AlarmKind.REFERRAL_DUE));
    assertThat(alarms(AlarmState.AWAITED)).hasSize(2);
    record(new AlarmChange.End(ITEM, kinds, "cla", "br", "R1", Set.of("RFI")));

    assertThat(alarms(AlarmState.AWAITED)).extracting(Alarm::reference).containsExactly("R2");
  }

  @Test
  void anAnswerStartsTheTimeOfWhoAsked() {
    record(
        new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))),
        new AlarmChange.Await(alarm(AlarmKind.REFERRAL_DUE, ITEM, "R1", in(Duration.ofHours(1)))),
        new AlarmChange.Await(dormant(AlarmKind.ASSESSMENT_OVERDUE, ITEM, "R1", DAY)),
        new AlarmChange.Await(dormant(AlarmKind.ASSESSMENT_OVERDUE, ITEM, "R2", DAY)));
    clock.advance(Duration.ofHours(2));
    assertThat(alarms(AlarmState.AWAITED)).hasSize(2);

    record(new AlarmChange.Answered(ITEM, "cla", "R1", Set.of("RFI")));

    assertThat(alarms(AlarmState.AWAITED))
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.ASSESSMENT_OVERDUE);
    clock.advance(DAY);
    sweep();
    assertThat(alarms(AlarmState.RAISED)).extracting(Alarm::party).containsExactly("br");
    assertThat(alarms(AlarmState.RAISED)).extracting(Alarm::reference).containsExactly("R1");
  }

  @Test
  void anAnswerToAnotherTypeOrOfAnotherPostStartsNothing() {
    record(
        new AlarmChange.Await(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", in(DAY))),
        new AlarmChange.Await(dormant(AlarmKind.ASSESSMENT_OVERDUE, ITEM, "R1", DAY)));

    record(
        new AlarmChange.Answered(ITEM, "cla", "R1", Set.of("DNL")),
        new AlarmChange.Answered(ITEM, "pea", "R1", Set.of("RFI")));

    assertThat(alarms(AlarmState.AWAITED))
        .extracting(Alarm::kind)
        .containsExactly(AlarmKind.REFERRAL_OVERDUE);
  }

  private static ItemLife carried(NewMessage advice, String... items) {
    var rows = new ArrayList<DispatchItem>();
    for (var item : items) {
      rows.add(new DispatchItem(item, advice.id(), DISPATCH, BAG, "cla"));
    }
    return new ItemLife(rows, List.of(), List.of());
  }

  private void dispatch(String... items) {
    var advice = message(MessageKind.DISPATCH_PREADVICE, DISPATCH);
    record(carried(advice, items), List.of(advice));
  }

  @Test
  void anItemNotToBeLoadedIsAnAlarmAtOnceHoweverItsTravelIsTold() {
    for (var subject : List.of(ITEM, BAG, DISPATCH)) {
      record(end(ITEM, AlarmKind.DO_NOT_LOAD_MOVED));
      record(new AlarmChange.Await(alarm(AlarmKind.DO_NOT_LOAD_MOVED, ITEM, subject, null)));
      dispatch(ITEM);
      sweep();
      assertThat(alarms(AlarmState.RAISED)).isEmpty();

      record(new AlarmChange.Moved(subject, "cla", 77));
      record(new AlarmChange.Moved(subject, "cla", 78));

      assertThat(alarms(AlarmState.RAISED)).hasSize(1);
      assertThat(alarms(AlarmState.RAISED).getFirst().messageId()).isEqualTo(77);
    }
    record(new AlarmChange.Moved("CP999999992CL", "cla", 79));
    assertThat(alarms(AlarmState.RAISED)).hasSize(1);
    verified();
  }

  @Test
  void anEventOfAnItemOrReceptacleMeetsWhatIsExpectedOfItsDispatch() {
    dispatch(ITEM);
    for (var subject : List.of(ITEM, BAG, DISPATCH)) {
      record(new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, DISPATCH, subject, in(DAY))));

      record(end(subject, AlarmKind.EVENT_MISSING));

      assertThat(alarms(AlarmState.AWAITED)).as(subject).isEmpty();
    }
  }

  @Test
  void anEventOfADispatchOrReceptacleMeetsWhatIsExpectedOfItsItems() {
    dispatch(ITEM);
    for (var subject : List.of(ITEM, BAG, DISPATCH)) {
      record(new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, ITEM, subject, in(DAY))));

      record(end(subject, AlarmKind.EVENT_MISSING));

      assertThat(alarms(AlarmState.AWAITED)).as(subject).isEmpty();
    }
  }

  @Test
  void findsTheEventsOfADispatchAndOfWhatItCarries() {
    dispatch(ITEM);
    var events =
        List.of(
            message(MessageKind.TRACKING_EVENT, ITEM),
            message(MessageKind.TRACKING_EVENT, BAG),
            message(MessageKind.TRACKING_EVENT, "CP999999992CL"));
    record(
        new ItemLife(List.of(), List.of(new Mention(ITEM, events.get(2).id())), List.of()), events);

    var since = clock.instant().minus(DAY);
    assertThat(ledger.alarms().events(DISPATCH, since)).hasSize(3);
    assertThat(ledger.alarms().events(ITEM, since)).hasSize(3);
    assertThat(ledger.alarms().events(BAG, since)).hasSize(1);
    assertThat(ledger.alarms().events(ITEM, in(DAY))).isEmpty();
  }

  @Test
  void undeclaredItemsOfADispatchAreCountedDownAsTheyAreDeclared() {
    dispatch(ITEM, "CP999999992CL");
    var raise = alarm(AlarmKind.ITEMS_UNDECLARED, DISPATCH, null, null);
    record(new AlarmChange.Raise(raise));
    assertThat(alarms(AlarmState.RAISED)).hasSize(1);

    declare(ITEM);
    assertThat(alarms(AlarmState.RAISED)).extracting(Alarm::detail).containsExactly("1");
    declare("CP999999992CL");

    assertThat(alarms(AlarmState.RAISED)).isEmpty();
    assertThat(alarms(AlarmState.CLEARED)).hasSize(1);
    verified();
  }

  private void declare(String item) {
    var declared = new AlarmChange.Declared(List.of(item), "cla", party -> null);
    var life = new ItemLife(List.of(), List.of(), List.of(declared));
    record(life, List.of(scene.declaration(1, item, 1)));
  }

  @Test
  void countsOnlyTheItemsOfTheLatestPreAdviceThatNamesAny() {
    dispatch(ITEM, "CP999999992CL");
    dispatch("CP999999992CL");
    dispatch();

    assertThat(ledger.itemBook().dispatched(DISPATCH, "cla")).containsExactly("CP999999992CL");
    assertThat(ledger.itemBook().dispatched(DISPATCH, "pea")).isEmpty();
  }

  @Test
  void anAlarmThatStandsTakesOverTheNewDetail() {
    var first = alarm(AlarmKind.ITEMS_UNDECLARED, DISPATCH, null, null);
    record(new AlarmChange.Raise(first));
    var again =
        new NewAlarm(
            ledger.newId(),
            first.identity(),
            first.kind(),
            DISPATCH,
            "cla",
            null,
            null,
            "7",
            2,
            null,
            null);

    record(new AlarmChange.Raise(again));

    assertThat(alarms(AlarmState.RAISED)).hasSize(1);
    assertThat(alarms(AlarmState.RAISED).getFirst().detail()).isEqualTo("7");
    assertThat(alarms(AlarmState.RAISED).getFirst().id()).isEqualTo(first.id());
  }

  @Test
  void aReminderIsADeliveryOfWhatIsRecorded() {
    var referral = message(MessageKind.CUSTOMS_REFERRAL, ITEM);
    record(ItemLife.NONE, List.of(referral));
    record(new AlarmChange.Await(alarm(AlarmKind.REFERRAL_DUE, ITEM, "R1", clock.instant())));
    var due = ledger.alarms().due(clock.instant(), 10);
    var reminder = scene.delivery("cla", null, List.of(referral));

    var sent = ledger.alarms().raise(List.of(new DueAlarm(due.getFirst(), false, reminder)));
    var again =
        ledger
            .alarms()
            .raise(
                List.of(
                    new DueAlarm(
                        due.getFirst(), false, scene.delivery("cla", null, List.of(referral)))));

    assertThat(sent).containsExactly(reminder);
    assertThat(again).isEmpty();
    var claim = ledger.claim(reminder.id(), LEASE).orElseThrow();
    assertThat(claim.lines()).hasSize(1);
    assertThat(claim.lines().getFirst().json()).isEqualTo(referral.json());
  }

  @Test
  void whatCameAfterAllIsNoAlarm() {
    record(new AlarmChange.Await(alarm(AlarmKind.EVENT_MISSING, ITEM, "x", clock.instant())));
    var due = ledger.alarms().due(clock.instant(), 10);

    ledger.alarms().raise(List.of(new DueAlarm(due.getFirst(), true, null)));

    assertThat(alarms(null)).isEmpty();
    assertThat(ledger.alarms().due(in(DAY), 10)).isEmpty();
  }

  @Test
  void isSeenByWhoIsToMoveAndByWhoIsToldAndByNobodyElse() {
    record(new AlarmChange.Raise(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R1", null)));

    for (var party : List.of("cla", "br")) {
      assertThat(ledger.alarms().search(search(party, null, 10, null)).rows()).hasSize(1);
    }
    assertThat(ledger.alarms().search(search("pea", null, 10, null)).rows()).isEmpty();
  }

  @Test
  void pagesAlarmsWithoutGapsOrRepeats() {
    for (int i = 0; i < 7; i++) {
      if (i % 3 == 0) {
        clock.advance(Duration.ofSeconds(1));
      }
      record(
          new AlarmChange.Raise(alarm(AlarmKind.REFERRAL_OVERDUE, ITEM, "R" + i, null)),
          new AlarmChange.Await(
              alarm(AlarmKind.EVENT_MISSING, ITEM, "E" + i, in(Duration.ofHours(9 - i)))));
    }
    for (var state : new AlarmState[] {null, AlarmState.AWAITED}) {
      var seen = new ArrayList<String>();
      String cursor = null;
      do {
        var page = ledger.alarms().search(search(null, state, 2, cursor));
        page.rows().forEach(alarm -> seen.add(alarm.reference()));
        cursor = page.next();
      } while (cursor != null);
      assertThat(new HashSet<>(seen)).hasSize(7);
      assertThat(seen).hasSize(7);
      assertThat(seen.getFirst()).isEqualTo(state == null ? "R6" : "E6");
    }
  }

  @Test
  void theStoryOfAnItemHasItsAlarmsItsDispatchesAndWhatNamesItAmongOthers() {
    var event = message(MessageKind.TRACKING_EVENT, "CP999999992CL");
    record(
        new ItemLife(
            List.of(),
            List.of(new Mention(ITEM, event.id())),
            List.of(new AlarmChange.Raise(alarm(AlarmKind.EVENT_MISSING, ITEM, "E", null)))),
        List.of(event));
    dispatch(ITEM);
    var later = scene.declaration(1, "CP888888889CL", 1);
    record(
        new ItemLife(List.of(), List.of(new Mention(ITEM, later.id())), List.of()), List.of(later));

    var story = ledger.timeline(ITEM).orElseThrow();

    assertThat(story.messages()).extracting(MessageRow::id).containsExactly(event.id());
    assertThat(story.alarms()).extracting(Alarm::reference).containsExactly("E");
    assertThat(story.carried()).extracting(DispatchItem::receptacle).containsExactly(BAG);
    assertThat(story.successors()).containsExactly("CP888888889CL");
  }

  @Test
  void whatIsOverIsForgottenWithItsTime() {
    record(new AlarmChange.Raise(alarm(AlarmKind.EVENT_MISSING, ITEM, "old", null)));
    record(end(ITEM, AlarmKind.EVENT_MISSING));
    record(new AlarmChange.Raise(alarm(AlarmKind.EVENT_MISSING, ITEM, "standing", null)));
    dispatch(ITEM);
    clock.advance(DAY.multipliedBy(400));

    ledger.purge(clock.instant().minus(DAY));

    assertThat(alarms(null)).extracting(Alarm::reference).containsExactly("standing");
    assertThat(ledger.itemBook().dispatched(DISPATCH, "cla")).isEmpty();
    verified();
  }

  @Test
  void aPartThatFailsLeavesNoDeadline() {
    var id = scene.accept("cla", "lost", "lost").interchangeId();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    clock.advance(LEASE.plusSeconds(1));
    assertThat(ledger.claimInterchange(id, LEASE)).isPresent();
    var life =
        new ItemLife(
            List.of(),
            List.of(),
            List.of(new AlarmChange.Raise(alarm(AlarmKind.EVENT_MISSING, ITEM, "lost", null))));

    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    ledger.record(
                        claim,
                        new Interpretation(
                            1, List.of(), List.of(), List.of(), true, List.of(), List.of(),
                            Map.of(), life))))
        .isInstanceOf(LedgerException.class);
    assertThat(alarms(null)).isEmpty();
  }
}
