package org.chasqui.flow;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.ledger.AlarmChange;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.DispatchItem;
import org.chasqui.ledger.ItemLife;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TrackingEvent;
import org.chasqui.profile.Profile;
import org.chasqui.rule.Travel;

/**
 * Gathers what the usable messages of one part say of items beside themselves: which dispatch
 * carries them, what is awaited from now on, and what is awaited no longer. The ledger records it
 * with the part. Tests await nothing.
 */
final class LifeRecorder {
  private final Profile sender;
  private final boolean test;
  private final ReferralDeadlines referrals;
  private final ExpectedEvents expected;
  private final Undeclared undeclared;
  private final List<DispatchItem> carried = new ArrayList<>();
  private final List<ItemLife.Mention> mentions = new ArrayList<>();
  private final List<AlarmChange> alarms = new ArrayList<>();
  private final Set<String> declared = new LinkedHashSet<>();

  LifeRecorder(
      Profile sender,
      boolean test,
      ReferralDeadlines referrals,
      ExpectedEvents expected,
      Undeclared undeclared) {
    this.sender = sender;
    this.test = test;
    this.referrals = referrals;
    this.expected = expected;
    this.undeclared = undeclared;
  }

  void add(long messageId, Prepared prepared) {
    var message = prepared.message();
    mentioned(message)
        .distinct()
        .filter(item -> !item.equals(Notices.subject(message)))
        .forEach(item -> mentions.add(new ItemLife.Mention(item, messageId)));
    if (message.data() instanceof DispatchPreadvice advice) {
      carried.addAll(carried(messageId, advice));
    }
    if (!test && !message.envelope().test()) {
      alarm(messageId, prepared);
    }
  }

  private void alarm(long messageId, Prepared prepared) {
    var message = prepared.message();
    switch (message.data()) {
      case ItemDeclaration declaration -> {
        alarms.addAll(referrals.declared(declaration));
        if (declaration.function() != MessageFunction.CANCELLATION) {
          declared.add(declaration.itemId());
        }
      }
      case CustomsDecision decision -> alarms.addAll(referrals.decided(decision));
      case CustomsReferral referral -> alarms.addAll(referrals.referred(messageId, referral));
      case ReferralResponse response ->
          alarms.addAll(referrals.answered(response, Notices.subject(message)));
      case TrackingEvent event -> {
        if (Travel.isTold(event)) {
          subjects(event.scope()).forEach(subject -> moved(subject, messageId));
        }
      }
      case DispatchPreadvice advice -> dispatched(messageId, advice);
      default -> {
        // says nothing that anybody waits for
      }
    }
    alarms.addAll(expected.changes(messageId, prepared));
  }

  private void dispatched(long messageId, DispatchPreadvice advice) {
    if (advice.function() == MessageFunction.CANCELLATION) {
      alarms.add(
          new AlarmChange.End(
              advice.dispatchId(),
              EnumSet.of(AlarmKind.EVENT_MISSING, AlarmKind.ITEMS_UNDECLARED),
              null,
              sender.id(),
              null,
              null));
      return;
    }
    Undeclared.items(advice).forEach(item -> moved(item, messageId));
    alarms.addAll(undeclared.alarms(messageId, advice));
  }

  private void moved(String subject, long messageId) {
    alarms.add(new AlarmChange.Moved(subject, sender.id(), messageId));
  }

  private List<DispatchItem> carried(long messageId, DispatchPreadvice advice) {
    var items = new ArrayList<DispatchItem>();
    if (advice.function() != MessageFunction.CANCELLATION && advice.dispatchId() != null) {
      for (var bag : advice.receptacles()) {
        for (var item : bag.items()) {
          if (item.itemId() != null) {
            var id = bag.receptacleId() == null ? "" : bag.receptacleId();
            items.add(
                new DispatchItem(item.itemId(), messageId, advice.dispatchId(), id, sender.id()));
          }
        }
      }
    }
    return items;
  }

  /** The items that a message is about; a declaration is about the one it goes on with as well. */
  private static Stream<String> mentioned(RegionalMessage message) {
    return switch (message.data()) {
      case ItemDeclaration declaration -> Stream.ofNullable(declaration.previousItemId());
      case TrackingEvent event -> subjects(event.scope()).stream();
      case CustomsReferral referral -> items(referral.scope());
      case ReferralResponse response -> items(response.scope());
      default -> Stream.of();
    };
  }

  private static Stream<String> items(Scope scope) {
    return scope == null
        ? Stream.of()
        : scope.items().stream().map(item -> item.itemId()).filter(item -> item != null);
  }

  /** Items, receptacles and dispatch of a scope. */
  static List<String> subjects(Scope scope) {
    return scope == null
        ? List.of()
        : Stream.of(
                items(scope), scope.receptacleIds().stream(), Stream.ofNullable(scope.dispatchId()))
            .flatMap(all -> all)
            .distinct()
            .toList();
  }

  ItemLife life() {
    if (!declared.isEmpty()) {
      alarms.add(undeclared.declared(List.copyOf(declared)));
    }
    return new ItemLife(carried, mentions, alarms);
  }
}
