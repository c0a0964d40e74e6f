package org.chasqui.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.regional.RegionalJson;
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
  private final RegionalJson json;
  private final Profile declarant;
  private final ItemHeads heads;
  private final Map<String, DispatchItem> carried;
  private final Map<String, Optional<Advice>> advices = new HashMap<>();

  /** The latest pre-advice of a dispatch and the items that it holds. */
  private record Advice(DispatchPreadvice said, Set<String> items) {}

  Dispatched(
      Ledger ledger,
      RegionalJson json,
      List<Decoded> gathered,
      Profile declarant,
      ItemHeads heads) {
    this.heads = heads;
    this.ledger = ledger;
    this.json = json;
    this.declarant = declarant;
    var items = Declarations.items(gathered, MessageFunction.CANCELLATION);
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
        .filter(advice -> advice.items().contains(declaration.itemId()))
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
    boolean original = declaration.function() == MessageFunction.ORIGINAL;
    var former = original ? head : head.before();
    boolean within = !original && place.messageId() >= head.since();
    return former != null && !within && !place.isSince(former.changedAt());
  }

  /**
   * None for a dispatch that was cancelled. An advice of a consignment alone tells the legs too.
   */
  private Optional<Advice> advice(String dispatch) {
    return ledger.recorded(List.of(dispatch)).getOrDefault(dispatch, List.of()).stream()
        .filter(row -> row.sender().equals(declarant.id()))
        .map(row -> json.read(row.json()).data())
        .filter(DispatchPreadvice.class::isInstance)
        .map(DispatchPreadvice.class::cast)
        .reduce(Dispatched::later)
        .filter(said -> said.function() != MessageFunction.CANCELLATION)
        .map(
            said ->
                new Advice(
                    said, Set.copyOf(ledger.itemBook().dispatched(dispatch, declarant.id()))));
  }

  private static DispatchPreadvice later(DispatchPreadvice earlier, DispatchPreadvice later) {
    boolean kept = later.legs().isEmpty() && later.function() != MessageFunction.CANCELLATION;
    return kept && earlier.function() != MessageFunction.CANCELLATION ? earlier : later;
  }
}
