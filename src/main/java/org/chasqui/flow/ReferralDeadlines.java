package org.chasqui.flow;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chasqui.ledger.AlarmChange;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.NewAlarm;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ReferralResponse;
import org.chasqui.message.ReferralType;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.profile.ReferralTimes;
import org.chasqui.rule.ReferralCycle;

/**
 * The deadlines of referrals: when the post is to answer, when it is reminded, when customs are to
 * move, and that an item which must not be loaded does not travel. Due times are the referral's own
 * or come from the profiles of the two.
 */
final class ReferralDeadlines {
  private static final Set<AlarmKind> TIMES =
      EnumSet.of(
          AlarmKind.REFERRAL_DUE,
          AlarmKind.REFERRAL_OVERDUE,
          AlarmKind.ASSESSMENT_OVERDUE,
          AlarmKind.DO_NOT_LOAD_UNCONFIRMED);
  private static final Set<AlarmKind> ALL = EnumSet.copyOf(TIMES);

  static {
    ALL.add(AlarmKind.DO_NOT_LOAD_MOVED);
  }

  private final Ledger ledger;
  private final Profiles profiles;
  private final ItemHeads heads;
  private final Profile sender;
  private final Instant received;

  ReferralDeadlines(
      Ledger ledger, Profiles profiles, ItemHeads heads, Profile sender, Instant received) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.heads = heads;
    this.sender = sender;
    this.received = received;
  }

  /** What the administration that sends it asks. */
  List<AlarmChange> referred(long messageId, CustomsReferral referral) {
    var changes = new ArrayList<AlarmChange>();
    for (var item : referral.scope().items()) {
      boolean opens = ReferralCycle.opens(referral);
      changes.add(end(item.itemId(), opens ? TIMES : ALL, referral.referralId()));
      if (referral.supersedesReferralId() != null) {
        changes.add(end(item.itemId(), ALL, referral.supersedesReferralId()));
      }
      var head = heads.of(item.itemId());
      if (opens && head != null) {
        open(new Asked(messageId, referral, item.itemId(), head.sender()), changes);
      }
    }
    return changes;
  }

  /** A referral of one item to its post. */
  private record Asked(long messageId, CustomsReferral referral, String item, String post) {
    boolean isDoNotLoad() {
      return referral.type() == ReferralType.DNL;
    }
  }

  private AlarmChange end(String item, Set<AlarmKind> kinds, String reference) {
    return new AlarmChange.End(item, kinds, null, sender.id(), reference, null);
  }

  private void open(Asked asked, List<AlarmChange> changes) {
    var due = due(asked.referral());
    var answer =
        asked.isDoNotLoad() ? AlarmKind.DO_NOT_LOAD_UNCONFIRMED : AlarmKind.REFERRAL_OVERDUE;
    changes.add(ofPost(answer, asked, "answer", due));
    if (due != null) {
      for (var before : times(asked.post()).remindBefore()) {
        var moment = due.minus(before);
        if (moment.isAfter(received)) {
          changes.add(ofPost(AlarmKind.REFERRAL_DUE, asked, "remind/" + before, moment));
        }
      }
    }
    if (asked.isDoNotLoad()) {
      changes.add(ofPost(AlarmKind.DO_NOT_LOAD_MOVED, asked, "move", null));
    } else if (sender.referrals().assessWithin() != null) {
      changes.add(
          await(
              AlarmKind.ASSESSMENT_OVERDUE,
              asked,
              "assess",
              null,
              sender.referrals().assessWithin()));
    }
  }

  private ReferralTimes times(String post) {
    return profiles.byId(post).map(Profile::referrals).orElse(ReferralTimes.NONE);
  }

  /** Null when neither the referral nor the profile of who refers gives one. */
  private Instant due(CustomsReferral referral) {
    try {
      if (referral.dueAt() != null) {
        return OffsetDateTime.parse(referral.dueAt()).toInstant();
      }
    } catch (DateTimeException e) {
      return null; // not a time at all: the schema's check says so
    }
    var within = sender.referrals().answerWithin().get(referral.type());
    return within == null ? null : received.plus(within);
  }

  private AlarmChange ofPost(AlarmKind kind, Asked asked, String what, Instant due) {
    return await(kind, asked, what, due, null);
  }

  private AlarmChange await(AlarmKind kind, Asked asked, String what, Instant due, Duration pause) {
    boolean ofCustoms = kind == AlarmKind.ASSESSMENT_OVERDUE;
    var id = asked.referral().referralId();
    return new AlarmChange.Await(
        new NewAlarm(
            ledger.newId(),
            String.join("/", "referral", sender.id(), asked.item(), id, what),
            kind,
            asked.item(),
            ofCustoms ? sender.id() : asked.post(),
            ofCustoms ? asked.post() : sender.id(),
            id,
            asked.referral().type().name(),
            asked.messageId(),
            due,
            pause));
  }

  /** The post that sends it answers. */
  List<AlarmChange> answered(ReferralResponse response, String subject) {
    if (!ReferralCycle.isAnswer(response)) {
      return List.of();
    }
    var items = new LinkedHashSet<>(LifeRecorder.subjects(response.scope()));
    items.add(subject);
    var types = Set.of(response.type().name());
    return items.stream()
        .<AlarmChange>map(
            item -> new AlarmChange.Answered(item, sender.id(), response.referralId(), types))
        .toList();
  }

  /** An amendment answers some; a cancellation ends all. */
  List<AlarmChange> declared(ItemDeclaration declaration) {
    var item = declaration.itemId();
    if (declaration.function() == MessageFunction.CANCELLATION) {
      return List.of(new AlarmChange.End(item, ALL, null, sender.id(), null, null));
    }
    if (declaration.function() == MessageFunction.AMENDMENT) {
      var types =
          ReferralCycle.ANSWERED_BY_AMENDMENT.stream().map(Enum::name).collect(Collectors.toSet());
      return List.of(new AlarmChange.Answered(item, sender.id(), null, types));
    }
    return List.of();
  }

  /** A decision of whom referred may end them. */
  List<AlarmChange> decided(CustomsDecision decision) {
    return ReferralCycle.ends(decision)
        ? List.of(end(decision.declaration().itemId(), ALL, null))
        : List.of();
  }
}
