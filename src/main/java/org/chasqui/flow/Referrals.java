package org.chasqui.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.ItemHead;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.CustomsReferral;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReferralResponse;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.ReferralCycle;

/**
 * Addresses referrals and their answers: only whom an item was declared to may refer it, and only a
 * referral can be answered.
 */
final class Referrals {
  private final Profiles profiles;
  private final Ledger ledger;
  private final RegionalJson json;
  private final FinalDecisions finals;

  Referrals(Profiles profiles, Ledger ledger, RegionalJson json, FinalDecisions finals) {
    this.profiles = profiles;
    this.ledger = ledger;
    this.json = json;
    this.finals = finals;
  }

  void refer(
      CustomsReferral referral,
      ItemHeads heads,
      Profile sender,
      Set<Profile> wanted,
      List<Problem> problems) {
    var items = referral.scope().items();
    for (int i = 0; i < items.size(); i++) {
      var head = heads.declaredTo(sender.id(), items.get(i).itemId());
      if (head == null) {
        problems.add(unknown("/scope/items/" + i, "an item declared to this administration"));
      } else {
        profiles.byId(head.sender()).ifPresent(wanted::add);
        ended(referral, "/scope/items/" + i, head, heads, sender).ifPresent(problems::add);
      }
    }
  }

  /** Who has decided finally cannot refer any more; to withdraw or close is always possible. */
  private Optional<Problem> ended(
      CustomsReferral referral, String pointer, ItemHead head, ItemHeads heads, Profile sender) {
    boolean decided =
        heads.endedHere(head.itemId())
            || finals.isFinal(head.lastDecision()) && decidedBy(sender, head.itemId());
    return ReferralCycle.opens(referral) && decided
        ? Optional.of(
            Problem.of(
                ProblemCode.ALREADY_DECIDED,
                new Location.AtPointer(pointer),
                head.lastDecision().name(),
                "no referral after a final decision"))
        : Optional.empty();
  }

  /** The latest decision of an item may be that of the other administration. */
  private boolean decidedBy(Profile administration, String itemId) {
    return ledger.timeline(itemId).stream()
        .flatMap(story -> story.messages().stream())
        .filter(row -> row.kind() == MessageKind.CUSTOMS_DECISION && !row.refused())
        .filter(row -> row.sender().equals(administration.id()) && row.json() != null)
        .anyMatch(
            row ->
                json.read(row.json()).data() instanceof CustomsDecision decision
                    && finals.isFinal(decision));
  }

  void answer(
      ReferralResponse response,
      String itemId,
      Profile sender,
      Set<Profile> wanted,
      List<Problem> problems) {
    var asked = asked(response.referralId(), itemId, sender);
    if (asked.isEmpty()) {
      problems.add(unknown("/referralId", "a referral of this item to this post"));
      return;
    }
    asked.forEach(one -> wanted.add(one.by()));
    problems.addAll(ReferralCycle.check(response, asked.getLast().referral()));
  }

  /** A referral and who made it. */
  private record Asked(Profile by, CustomsReferral referral) {}

  /** The versions of the referral under this id to a post that declared the item. */
  private List<Asked> asked(String referralId, String itemId, Profile post) {
    var story = itemId == null ? null : ledger.timeline(itemId).orElse(null);
    if (story == null || !isDeclaredBy(post, story)) {
      return List.of();
    }
    return story.messages().stream()
        .filter(row -> row.kind() == MessageKind.CUSTOMS_REFERRAL)
        .filter(row -> !row.refused() && row.json() != null)
        .flatMap(
            row ->
                profiles
                    .byId(row.sender())
                    .map(by -> new Asked(by, (CustomsReferral) json.read(row.json()).data()))
                    .stream())
        .filter(one -> one.referral().referralId().equals(referralId))
        .toList();
  }

  private static boolean isDeclaredBy(Profile post, Timeline story) {
    return story.messages().stream()
        .anyMatch(
            row -> row.kind() == MessageKind.ITEM_DECLARATION && row.sender().equals(post.id()));
  }

  private static Problem unknown(String pointer, String expected) {
    return Problem.of(
        ProblemCode.RECIPIENT_UNKNOWN, new Location.AtPointer(pointer), null, expected);
  }
}
