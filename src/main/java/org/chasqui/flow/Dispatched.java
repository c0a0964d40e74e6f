package org.chasqui.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.ledger.DispatchItem;
import org.chasqui.ledger.Ledger;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.Profile;
import org.chasqui.rule.DispatchMerge;

/**
 * Completes the declarations of one part with the pre-advices that their post has sent before, as
 * far as these still hold the item.
 */
final class Dispatched {
  private final Ledger ledger;
  private final Preadvices preadvices;
  private final Profile declarant;
  private final ItemHeads heads;
  private final boolean recorded;
  private final Map<String, DispatchItem> carried;
  private final Map<String, Optional<Advice>> advices = new HashMap<>();

  /**
   * What is known of a dispatch.
   *
   * @param latest number of the pre-advice that says which items it holds
   */
  private record Advice(DispatchPreadvice said, long latest) {}

  /**
   * @param items that are declared, but for those that are cancelled
   * @param recorded true when their heads know the declarations already
   */
  Dispatched(
      Ledger ledger,
      Preadvices preadvices,
      Collection<String> items,
      Profile declarant,
      ItemHeads heads,
      boolean recorded) {
    this.recorded = recorded;
    this.heads = heads;
    this.ledger = ledger;
    this.preadvices = preadvices;
    this.declarant = declarant;
    carried = items.isEmpty() ? Map.of() : ledger.itemBook().carried(items, declarant.id());
  }

  /** The message, completed when it is a declaration of such an item; conflicts are added. */
  RegionalMessage completed(RegionalMessage message, List<Problem> problems) {
    if (carried.isEmpty()
        || !(message.data() instanceof ItemDeclaration declaration)
        || declaration.function() == MessageFunction.CANCELLATION) {
      return message;
    }
    var place = carried.get(declaration.itemId());
    if (place == null || isOfFormer(place, declaration)) {
      return message;
    }
    return advices
        .computeIfAbsent(place.dispatch(), this::advice)
        .filter(advice -> advice.latest() == place.messageId())
        .map(
            advice -> {
              var address = declarant.identity().address().urn();
              var merged =
                  DispatchMerge.merge(declaration, address, advice.said(), place.receptacle());
              problems.addAll(merged.problems());
              return message.with(merged.declaration());
            })
        .orElse(message);
  }

  /**
   * True for a pre-advice of a way before the one that the declaration is on or begins. The
   * pre-advice of a way may come before its declaration, but not before the former is at rest.
   */
  private boolean isOfFormer(DispatchItem place, ItemDeclaration declaration) {
    var head = heads.of(declaration.itemId());
    if (head == null) {
      return false;
    }
    boolean begins = !recorded && declaration.function() == MessageFunction.ORIGINAL;
    var former = begins ? head : head.before();
    boolean within = !begins && place.messageId() >= head.since();
    return former != null && !within && !place.isSince(former.changedAt());
  }

  /** None for a dispatch that was cancelled, or whose pre-advices were purged. */
  private Optional<Advice> advice(String dispatch) {
    return preadvices
        .said(dispatch, declarant.id())
        .map(said -> new Advice(said, ledger.itemBook().latest(dispatch, declarant.id())));
  }
}
