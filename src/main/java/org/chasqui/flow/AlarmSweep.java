package org.chasqui.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Alarm;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.DueAlarm;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewDelivery;
import org.chasqui.ledger.Work;
import org.chasqui.message.MessageKind;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.Travel;

/**
 * Raises the deadlines that have passed, each once. A post is reminded of a referral by the
 * referral itself, in a document of its own: no message of the field is a reminder.
 */
final class AlarmSweep {
  private static final int PAGE = 500;

  /** An event may come before what lets it be expected; ids are used again, so not any old one. */
  private static final Duration LOOK_BACK = Duration.ofDays(60);

  private final Ledger ledger;
  private final Profiles profiles;
  private final RegionalJson json;
  private final DocumentChoice choice;
  private final Dispatcher dispatcher;
  private final Clock clock;

  AlarmSweep(
      Ledger ledger,
      Profiles profiles,
      RegionalJson json,
      DocumentChoice choice,
      Dispatcher dispatcher,
      Clock clock) {
    this.choice = choice;
    this.ledger = ledger;
    this.profiles = profiles;
    this.json = json;
    this.dispatcher = dispatcher;
    this.clock = clock;
  }

  void sweep() {
    var due = ledger.alarms().due(clock.instant(), PAGE);
    if (due.isEmpty()) {
      return;
    }
    var reminded = new HashSet<List<Object>>();
    var raised = new ArrayList<DueAlarm>(due.size());
    for (var alarm : due) {
      boolean met = alarm.kind() == AlarmKind.EVENT_MISSING && hasCome(alarm);
      raised.add(new DueAlarm(alarm, met, met ? null : reminder(alarm, reminded)));
    }
    for (var reminder : ledger.alarms().raise(raised)) {
      dispatcher.handOver(new Work(Work.Kind.DELIVER, reminder.id(), reminder.recipient()));
    }
  }

  private boolean hasCome(Alarm alarm) {
    return ledger.alarms().events(alarm.subject(), alarm.createdAt().minus(LOOK_BACK)).stream()
        .filter(row -> row.sender().equals(alarm.party()))
        .map(row -> (TrackingEvent) json.read(row.json()).data())
        .filter(Travel::isActual)
        .anyMatch(
            event -> event.eventType() != null && event.eventType().name().equals(alarm.detail()));
  }

  /** One document a message, however many of its items are due at once. */
  private NewDelivery reminder(Alarm alarm, Set<List<Object>> reminded) {
    if (alarm.kind() != AlarmKind.REFERRAL_DUE) {
      return null;
    }
    var post =
        profiles
            .byId(alarm.party())
            .filter(one -> one.receives().kinds().contains(MessageKind.CUSTOMS_REFERRAL));
    if (post.isEmpty() || !reminded.add(List.of(alarm.party(), alarm.messageId(), alarm.due()))) {
      return null;
    }
    var codec = codec(post.get(), alarm.messageId());
    return codec == null ? null : again(alarm, codec);
  }

  /** The referral of an alarm once more to its party. */
  private NewDelivery again(Alarm alarm, String codec) {
    long id = ledger.newId();
    return new NewDelivery(
        id,
        alarm.party(),
        codec,
        Grouping.reference(id),
        Grouping.idempotencyKey(id),
        List.of(alarm.messageId()),
        null,
        null,
        null,
        null);
  }

  /** That of the document which the post gets of the referral, not of those beside it. */
  private String codec(Profile post, long messageId) {
    return ledger
        .alarms()
        .message(messageId)
        .map(row -> choice.documents(post, json.read(row.json()), clock.instant()))
        .filter(documents -> !documents.isEmpty())
        .map(documents -> documents.getLast().codec())
        .orElse(null);
  }
}
