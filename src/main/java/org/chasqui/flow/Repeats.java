package org.chasqui.flow;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;

/**
 * Decisions that an administration gives again because it is asked again. They are recorded, but
 * the post is not told what it was told before: a poll an hour would be a message an hour.
 */
final class Repeats {
  private final Ledger ledger;
  private final RegionalJson json;

  Repeats(Ledger ledger, RegionalJson json) {
    this.ledger = ledger;
    this.json = json;
  }

  /** The same, without recipients when it says nothing that the last decision did not say. */
  Prepared told(Prepared prepared, ItemHeads heads, Profile sender) {
    if (prepared.refused()
        || prepared.recipients().isEmpty()
        || !(prepared.message().data() instanceof CustomsDecision decision)
        || !repeats(decision, heads, sender)) {
      return prepared;
    }
    return new Prepared(
        prepared.decoded(),
        prepared.message(),
        new ArrayList<>(prepared.problems()),
        List.of(),
        prepared.decidedBy());
  }

  /** Only an item that was decided twice the same way is looked up. */
  private boolean repeats(CustomsDecision decision, ItemHeads heads, Profile sender) {
    var itemId = decision.businessKey();
    if (!heads.wasDecided(itemId, decision.status())) {
      return false;
    }
    var last =
        ledger.recorded(List.of(itemId)).getOrDefault(itemId, List.of()).stream()
            .filter(row -> row.sender().equals(sender.id()))
            .map(row -> json.read(row.json()))
            .map(RegionalMessage::data)
            .filter(CustomsDecision.class::isInstance)
            .map(CustomsDecision.class::cast)
            .reduce((earlier, later) -> later);
    return last.filter(before -> timeless(before).equals(timeless(decision))).isPresent();
  }

  /** What it says of the item, without its own id, number and times. */
  private static CustomsDecision timeless(CustomsDecision decision) {
    return decision.toBuilder()
        .decisionId(null)
        .version(null)
        .decidedAt(null)
        .releasedAt(null)
        .extensions(null)
        .build();
  }
}
