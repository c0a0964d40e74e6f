package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.DispatchItem;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.MessageKind;

/**
 * What an item is linked with: the id that it had before and those that it went on under, for
 * example when it was returned, and the dispatch that carries it.
 */
final class ItemLinks {
  private ItemLinks() {}

  /** The id that the item had before, as its latest declaration says. */
  static Optional<String> previous(Timeline story) {
    return story.messages().stream()
        .filter(row -> row.kind() == MessageKind.ITEM_DECLARATION)
        .filter(row -> !row.refused() && row.json() != null)
        .filter(row -> story.itemId().equals(row.businessKey()))
        .flatMap(row -> Json.read(row.json()).stream())
        .map(json -> json.at("/data/previousItemId"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .reduce((earlier, later) -> later);
  }

  /** The latest pre-advice that holds the item. */
  static Optional<DispatchItem> carried(Timeline story) {
    return story.carried().stream().reduce((earlier, later) -> later);
  }

  /** Null when it is linked with nothing. */
  static Element render(Texts texts, Timeline story) {
    var carried = carried(story);
    var facts =
        Stream.of(
                Tables.fact(texts.get("item.previous"), links(previous(story).stream().toList())),
                Tables.fact(texts.get("item.successors"), links(story.successors())),
                Tables.fact(
                    texts.get("item.dispatch"),
                    links(carried.map(DispatchItem::dispatch).stream().toList())),
                Tables.fact(
                    texts.get("item.receptacle"),
                    carried.map(DispatchItem::receptacle).orElse(null)))
            .filter(fact -> fact != null)
            .toArray(Element[]::new);
    return facts.length == 0 ? null : Tables.facts(facts);
  }

  private static Element links(List<String> ids) {
    if (ids.isEmpty()) {
      return null;
    }
    var all = el("span");
    for (var id : ids) {
      all.add(classed("a", "item-id").attr("href", "/items/" + Form.encode(id)).text(id)).text(" ");
    }
    return all;
  }
}
