package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.console.html.Element;

/** What a dispatch holds, on the page of its story: receptacles, items and their declarations. */
final class DispatchPane {
  private static final List<String> COLUMNS =
      List.of("receptacle", "kilograms", "item", "standing", "decision");
  private static final String PREFIX = "dispatch.";

  private final Texts texts;
  private final DispatchMatch match;

  DispatchPane(Texts texts, DispatchMatch match) {
    this.texts = texts;
    this.match = match;
  }

  Element render() {
    var section = el("section").add(el("h2", texts.get("dispatch.content"))).add(facts());
    section.add(
        Tables.table(texts.get("dispatch.content"), Tables.head(texts, PREFIX, COLUMNS), rows()));
    if (!match.missing().isEmpty()) {
      var list = el("ul");
      match.missing().forEach(id -> list.add(el("li").add(link(id))));
      section.add(el("h3", texts.get("dispatch.missing"))).add(list);
    }
    return section;
  }

  private Element facts() {
    var rate =
        match
            .rate()
            .map(share -> share.movePointRight(2).stripTrailingZeros().toPlainString() + " %")
            .orElse("–");
    return Tables.facts(
        Tables.fact(texts.get("dispatch.from"), text("originImpcCode")),
        Tables.fact(texts.get("dispatch.to"), text("destinationImpcCode")),
        Tables.fact(texts.get("dispatch.closed"), text("closedAt")),
        Tables.fact(texts.get("dispatch.consignment"), text("consignmentId")),
        Tables.fact(texts.get("dispatch.receptacles"), count(match.receptacles().size())),
        Tables.fact(texts.get("dispatch.items"), count(match.items())),
        Tables.fact(texts.get("dispatch.undeclared"), count(match.items() - match.declared())),
        Tables.fact(texts.get("dispatch.rate"), rate));
  }

  private String text(String field) {
    return match.data().path(field).asText("");
  }

  private String count(long number) {
    return Numbers.count(number, texts.language());
  }

  private List<Element> rows() {
    var rows = new ArrayList<Element>();
    for (var bag : match.receptacles()) {
      if (bag.items().isEmpty()) {
        rows.add(row(bag, true).text(null).text(null).text(null).row());
      }
      for (int i = 0; i < bag.items().size(); i++) {
        var item = bag.items().get(i);
        rows.add(
            row(bag, i == 0)
                .cell(link(item.itemId()))
                .cell(Badges.of(item.standing(), texts))
                .cell(item.decision() == null ? el("span", "–") : Badges.of(item.decision(), texts))
                .row());
      }
    }
    return rows;
  }

  private Tables.Row row(DispatchMatch.Bag bag, boolean first) {
    return new Tables.Row(texts, PREFIX, COLUMNS)
        .head(classed("span", first ? "item-id" : "item-id repeated").text(bag.receptacleId()))
        .text(first ? bag.kilograms() : "");
  }

  private static Element link(String itemId) {
    return el("a", itemId).attr("href", "/items/" + Form.encode(itemId));
  }
}
