package org.chasqui.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Built;
import org.chasqui.message.DecisionStatus;

/**
 * What is known of an item's latest declaration, on the way that it is on: an id that is used again
 * and an item that is returned each begin anew.
 *
 * @param sender party id of the post that declared it
 * @param envelopeId UUID of the declaration's message
 * @param lastDecision status of the latest decision, or null
 * @param lastDecisionVersion 0 when none
 * @param since the message that began this way; 0 for the first
 * @param begun how it began
 * @param changedAt when the latest declaration or decision was recorded
 * @param before the way before, or null
 */
@Built
public record ItemHead(
    String itemId,
    String sender,
    String declarationId,
    String envelopeId,
    String correlationId,
    int version,
    DecisionStatus lastDecision,
    int lastDecisionVersion,
    long since,
    Beginning begun,
    Instant changedAt,
    ItemHead before) {

  /** The same with the latest decision. */
  public ItemHead decided(DecisionStatus status, int decisionVersion, Instant at) {
    return ItemHeadBuilder.builder(this)
        .lastDecision(status)
        .lastDecisionVersion(decisionVersion)
        .changedAt(at.isAfter(changedAt) ? at : changedAt)
        .build();
  }

  /** The same with one of its ways in another state. */
  public ItemHead with(ItemHead way) {
    if (since == way.since()) {
      return way;
    }
    return ItemHeadBuilder.builder(this).before(before == null ? null : before.with(way)).build();
  }

  /** The way on which a message of this number was recorded. */
  public ItemHead at(long messageId) {
    return before == null || messageId >= since ? this : before.at(messageId);
  }

  /** The way that a conversation belongs to; this one unless it is that of an earlier one. */
  ItemHead of(String conversation) {
    if (conversation == null || conversation.equals(correlationId)) {
      return this;
    }
    for (var way = before; way != null; way = way.before()) {
      if (conversation.equals(way.correlationId())) {
        return way;
      }
    }
    return this;
  }

  /** This way and those before it in the present life of the id. */
  public List<ItemHead> ways() {
    var ways = new ArrayList<ItemHead>();
    var way = this;
    while (way != null) {
      ways.add(way);
      way = way.begun() == Beginning.RETURN ? way.before() : null;
    }
    return ways;
  }
}
