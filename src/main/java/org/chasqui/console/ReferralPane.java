package org.chasqui.console;

import static org.chasqui.console.html.Element.el;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Alarm;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ReferralResponse;
import org.chasqui.rule.ReferralCycle;

/** The referrals of an item on the page of its story: what is asked, who is to move, until when. */
final class ReferralPane {
  private static final List<String> COLUMNS = List.of("id", "type", "from", "due", "move", "until");
  private static final String PREFIX = "referral.";
  private static final RegionalJson JSON = new RegionalJson();
  private static final Set<MessageKind> KINDS =
      EnumSet.of(
          MessageKind.ITEM_DECLARATION,
          MessageKind.CUSTOMS_DECISION,
          MessageKind.CUSTOMS_REFERRAL,
          MessageKind.REFERRAL_RESPONSE);
  private static final Set<AlarmKind> OF_POST =
      EnumSet.of(AlarmKind.REFERRAL_OVERDUE, AlarmKind.DO_NOT_LOAD_UNCONFIRMED);
  private static final Set<AlarmKind> OF_CUSTOMS = EnumSet.of(AlarmKind.ASSESSMENT_OVERDUE);

  /**
   * One referral as the story leaves it.
   *
   * @param due as it was told; empty when it was not
   * @param until when who is to move must have moved; empty when nobody is, or no time is set
   */
  record Referral(
      String id,
      String type,
      String from,
      Optional<Instant> due,
      ReferralCycle.Move move,
      Optional<Instant> until,
      boolean blocks) {}

  private final Texts texts;
  private final List<Referral> referrals;

  ReferralPane(Texts texts, List<Referral> referrals) {
    this.texts = texts;
    this.referrals = referrals;
  }

  /** The referrals of a story, oldest first. */
  static List<Referral> of(Timeline story) {
    var cycle = new ReferralCycle();
    for (var row : story.messages()) {
      if (!row.refused() && row.json() != null && KINDS.contains(row.kind())) {
        tell(row, cycle);
      }
    }
    return cycle.referrals().stream().map(one -> referral(one, story.alarms())).toList();
  }

  private static void tell(MessageRow row, ReferralCycle cycle) {
    switch (JSON.read(row.json()).data()) {
      case CustomsReferral referral -> cycle.referred(row.sender(), referral);
      case ReferralResponse response -> cycle.answered(response);
      case ItemDeclaration declaration -> cycle.declared(declaration);
      case CustomsDecision decision -> cycle.decided(row.sender(), decision);
      default -> throw new IllegalStateException("not read: " + row.kind());
    }
  }

  private static Referral referral(ReferralCycle.Referral one, List<Alarm> alarms) {
    var due = time(one.dueAt());
    var until =
        switch (one.move()) {
          case POST -> deadline(one, OF_POST, alarms).or(() -> due);
          case CUSTOMS -> deadline(one, OF_CUSTOMS, alarms);
          case NOBODY -> Optional.<Instant>empty();
        };
    return new Referral(
        one.id(), one.type().name(), one.administration(), due, one.move(), until, one.blocks());
  }

  private static Optional<Instant> deadline(
      ReferralCycle.Referral one, Set<AlarmKind> kinds, List<Alarm> alarms) {
    return alarms.stream()
        .filter(alarm -> alarm.stands() && kinds.contains(alarm.kind()) && alarm.due() != null)
        .filter(alarm -> one.id().equals(alarm.reference()))
        .filter(alarm -> alarm.concerns(one.administration()))
        .map(Alarm::due)
        .findFirst();
  }

  private static Optional<Instant> time(String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Null when there is none. */
  Element render() {
    if (referrals.isEmpty()) {
      return null;
    }
    var title = texts.get("referral.title");
    var rows = new ArrayList<Element>();
    for (var referral : referrals) {
      rows.add(
          new Tables.Row(texts, PREFIX, COLUMNS)
              .head(el("span", referral.id()))
              .text(texts.getOr("referral." + referral.type(), referral.type()))
              .text(referral.from())
              .cell(Times.utc(referral.due().orElse(null)))
              .cell(
                  el("span")
                      .add(Badges.of(referral.move(), texts))
                      .add(referral.blocks() ? Badges.notToBeLoaded(texts) : null))
              .cell(Times.utc(referral.until().orElse(null)))
              .row());
    }
    return el("section")
        .add(el("h2", title))
        .add(Tables.table(title, Tables.head(texts, PREFIX, COLUMNS), rows));
  }
}
