package org.chasqui.flow;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.ItemHead;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.RegionalMessage;

/** The latest state of the items of one part, kept up as the part's own messages are prepared. */
final class ItemHeads {
  private final Ledger ledger;
  private final Collection<String> itemIds;
  private final Map<String, ItemHead> heads;
  private final Map<String, Map<String, Long>> declaredTo = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private final Map<String, DecisionStatus> before = new HashMap<>();
  private final FinalDecisions finals = new FinalDecisions();

  ItemHeads(Ledger ledger, Collection<String> itemIds) {
    this.ledger = ledger;
    this.itemIds = itemIds;
    heads = new HashMap<>(itemIds.isEmpty() ? Map.of() : ledger.items(itemIds));
  }

  /** The head of an item, or null when it was never declared. */
  ItemHead of(String itemId) {
    return heads.get(itemId);
  }

  /**
   * The head of an item that was declared to this administration, or null: of the way on which it
   * was so last.
   */
  ItemHead declaredTo(String party, String itemId) {
    var theirs = declaredTo.computeIfAbsent(party, unknown -> ledger.declaredTo(party, itemIds));
    var last = theirs.get(itemId);
    var head = of(itemId);
    return last == null || head == null ? null : head.at(last);
  }

  /** The head of an item that this post declared, or null. */
  ItemHead declaredBy(String party, String itemId) {
    var head = of(itemId);
    return head != null && head.sender().equals(party) ? head : null;
  }

  /** True when the latest decision before this part, or in it, had this status already. */
  boolean wasDecided(String itemId, DecisionStatus status) {
    return before.get(itemId) == status;
  }

  void declared(RegionalMessage message, String sender, Beginning begun, Instant at) {
    var declaration = (ItemDeclaration) message.data();
    var head = heads.get(declaration.itemId());
    boolean anew = head == null || begun != Beginning.NONE;
    heads.put(
        declaration.itemId(),
        new ItemHead(
            declaration.itemId(),
            sender,
            declaration.declarationId(),
            message.envelope().id(),
            message.envelope().correlationId(),
            declaration.version(),
            null,
            0,
            begun != Beginning.NONE ? Long.MAX_VALUE : anew ? 0 : head.since(),
            anew ? begun : head.begun(),
            at,
            anew ? head : head.before()));
  }

  /** True when a message of this part has ended the treatment of the item by its sender. */
  boolean endedHere(String itemId) {
    return ended.contains(itemId);
  }

  /**
   * @param way the head that the decision is about
   */
  void decided(CustomsDecision decision, ItemHead way, Instant at) {
    var itemId = decision.declaration().itemId();
    if (finals.isFinal(decision)) {
      ended.add(itemId);
    }
    before.put(itemId, way.lastDecision());
    var decided = way.decided(decision.status(), decision.version(), at);
    heads.put(itemId, heads.get(itemId).with(decided));
  }
}
