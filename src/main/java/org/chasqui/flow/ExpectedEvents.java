package org.chasqui.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chasqui.ledger.AlarmChange;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewAlarm;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.RegionalData;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Expectation;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.Travel;

/**
 * Events that profiles expect after a message: each is awaited once, and met when the party tells
 * it of the item or dispatch, or of a receptacle or item of that dispatch.
 */
final class ExpectedEvents {
  private static final int COUNTRY = 2;

  private final Ledger ledger;
  private final List<Expected> all;
  private final Profile sender;
  private final Instant received;

  /** What one party is to tell. */
  private record Expected(Profile party, Expectation of) {}

  ExpectedEvents(Ledger ledger, Profiles profiles, Profile sender, Instant received) {
    this.ledger = ledger;
    this.sender = sender;
    this.received = received;
    all =
        profiles.all().stream()
            .flatMap(party -> party.expects().stream().map(one -> new Expected(party, one)))
            .toList();
  }

  /** What a message meets, and what it lets be awaited. */
  List<AlarmChange> changes(long messageId, Prepared prepared) {
    if (all.isEmpty()) {
      return List.of();
    }
    var changes = new ArrayList<AlarmChange>();
    var data = prepared.message().data();
    if (data instanceof TrackingEvent event && event.eventType() != null) {
      if (!Travel.isActual(event)) {
        return List.of();
      }
      LifeRecorder.subjects(event.scope()).forEach(one -> changes.add(come(one, event)));
    }
    for (var expected : all) {
      if (follows(expected.of(), data) && concerns(expected.party(), prepared)) {
        for (var subject : subjects(expected.of(), data)) {
          changes.add(await(expected, subject, messageId, prepared));
        }
      }
    }
    return changes;
  }

  private AlarmChange come(String subject, TrackingEvent event) {
    return new AlarmChange.End(
        subject,
        EnumSet.of(AlarmKind.EVENT_MISSING),
        sender.id(),
        null,
        null,
        Set.of(event.eventType().name()));
  }

  private static boolean follows(Expectation expected, RegionalData data) {
    if (data.kind() != expected.after()) {
      return false;
    }
    return switch (data) {
      case ItemDeclaration declaration -> declaration.function() == MessageFunction.ORIGINAL;
      case DispatchPreadvice advice -> advice.function() != MessageFunction.CANCELLATION;
      case CustomsDecision decision ->
          !Boolean.TRUE.equals(decision.provisional())
              && (expected.status() == null || expected.status() == decision.status());
      case TrackingEvent event -> expected.of() == null || expected.of() == event.eventType();
      default -> false;
    };
  }

  /** Who sent or is sent it, or is in the country where it is to happen. */
  private boolean concerns(Profile party, Prepared prepared) {
    return party.id().equals(sender.id())
        || prepared.recipients().stream().anyMatch(one -> one.id().equals(party.id()))
        || party.identity().countryCode().equals(country(prepared.message().data()));
  }

  private static String country(RegionalData data) {
    return switch (data) {
      case ItemDeclaration declaration -> declaration.destinationCountryCode();
      case CustomsDecision decision -> decision.authority().countryCode();
      case DispatchPreadvice advice ->
          advice.destinationImpcCode() == null || advice.destinationImpcCode().length() < COUNTRY
              ? null
              : advice.destinationImpcCode().substring(0, COUNTRY);
      default -> null;
    };
  }

  private static List<String> subjects(Expectation expected, RegionalData data) {
    return switch (data) {
      case DispatchPreadvice advice ->
          expected.eachItem() ? Undeclared.items(advice) : List.of(advice.dispatchId());
      case TrackingEvent event -> LifeRecorder.subjects(event.scope());
      case CustomsDecision decision -> List.of(decision.declaration().itemId());
      default -> List.of(data.businessKey());
    };
  }

  private AlarmChange await(Expected expected, String subject, long messageId, Prepared prepared) {
    var party = expected.party().id();
    var event = expected.of().event().name();
    var after = expected.of().after().schemaName();
    return new AlarmChange.Await(
        new NewAlarm(
            ledger.newId(),
            String.join("/", "event", party, subject, after, event),
            AlarmKind.EVENT_MISSING,
            subject,
            party,
            other(party, prepared),
            null,
            event,
            messageId,
            received.plus(expected.of().within()),
            null));
  }

  private String other(String party, Prepared prepared) {
    if (!party.equals(sender.id())) {
      return sender.id();
    }
    return prepared.recipients().stream()
        .map(Profile::id)
        .filter(id -> !id.equals(party))
        .findFirst()
        .orElse(null);
  }
}
