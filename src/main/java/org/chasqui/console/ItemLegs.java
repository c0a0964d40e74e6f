package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Leg;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;

/** The ways of an item, out and back, and the earlier lives of its id. */
final class ItemLegs {
  private ItemLegs() {}

  /** A way of the item; what is said of it as far as the caller may see it ({@link Sight}). */
  record LegView(
      int life,
      String begins,
      String declaredBy,
      String declaredAt,
      String originCountryCode,
      String destinationCountryCode,
      String decision) {}

  static List<LegView> views(Timeline story) {
    return story.legs().stream().map(leg -> view(story, leg)).toList();
  }

  private static LegView view(Timeline story, Leg leg) {
    var data = declaration(story, leg);
    return new LegView(
        leg.life(),
        leg.begun().name(),
        leg.declaredBy(),
        Views.time(leg.declaredAt()),
        data.map(json -> json.path("originCountryCode").asText(null)).orElse(null),
        data.map(json -> json.path("destinationCountryCode").asText(null)).orElse(null),
        leg.decided() == null ? null : leg.decided().name());
  }

  private static Optional<JsonNode> declaration(Timeline story, Leg leg) {
    return story.messages().stream()
        .filter(message -> message.id() == leg.messageId())
        .map(MessageRow::json)
        .filter(json -> json != null)
        .findFirst()
        .flatMap(Json::read)
        .map(json -> json.path("data"));
  }

  /** Null for an item that went one way in one life of its id. */
  static Element render(Texts texts, Timeline story) {
    if (story.legs().size() < 2) {
      return null;
    }
    var list = classed("ol", "legs");
    story.legs().forEach(leg -> list.add(line(texts, story, leg)));
    return el("section").add(el("h2", texts.get("item.legs"))).add(list);
  }

  private static Element line(Texts texts, Timeline story, Leg leg) {
    var view = view(story, leg);
    var lane =
        view.originCountryCode() == null
            ? null
            : view.originCountryCode() + " → " + view.destinationCountryCode();
    var what = texts.get("leg." + leg.begun());
    var name =
        leg.life() == story.life()
            ? el("b", what)
            : el("a", what)
                .attr("href", "/items/" + Form.encode(story.itemId()) + "?life=" + leg.life());
    return el("li")
        .add(name)
        .text(" ")
        .add(leg.declaredAt() == null ? null : Times.utc(leg.declaredAt()))
        .text(" ")
        .add(leg.declaredBy() == null ? null : classed("span", "party").text(leg.declaredBy()))
        .add(lane == null ? null : classed("span", "route").text(" " + lane))
        .add(view.decision() == null ? null : Badges.of(leg.decided(), texts));
  }
}
