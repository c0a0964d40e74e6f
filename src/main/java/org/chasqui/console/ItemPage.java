package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Event;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.MessageKind;

/** The story of one item: where it stands, every hop, and its documents side by side. */
final class ItemPage {
  private static final Set<String> UNTIL = Set.of("closed", "awaiting");

  private final Ledger ledger;
  private final Region region;
  private final HeldDeliveries held;
  private final Frame frame;

  ItemPage(Ledger ledger, Region region, HeldDeliveries held, Frame frame) {
    this.ledger = ledger;
    this.held = held;
    this.region = region;
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    var sight = new Sight(ledger, call.confinedTo());
    var story = sight.timeline(ItemCalls.itemId(call.part("item")), ItemCalls.life(call));
    if (story.isEmpty()) {
      return call.notFound();
    }
    var id = story.get().itemId();
    return frame.page(
        call,
        200,
        id,
        classed("h1", "item-id").text(id),
        ItemLinks.render(call.texts(), story.get()),
        ItemLegs.render(call.texts(), story.get()),
        live(call, story.get()),
        DispatchMatch.of(ledger, story.get())
            .map(match -> new DispatchPane(call.texts(), match).render())
            .orElse(null),
        new ReferralPane(call.texts(), ReferralPane.of(story.get())).render(),
        AlarmTable.section(call.texts(), story.get().alarms()),
        new RulePane(call.texts(), AppliedRules.of(ledger, story.get())).render(),
        documents(call, sight, story.get()));
  }

  /** The progress and the hops, which replace themselves while the item is on its way. */
  ApiResponse part(Call call) {
    return new Sight(ledger, call.confinedTo())
        .timeline(ItemCalls.itemId(call.part("item")))
        .map(story -> frame.part(call, live(call, story)))
        .orElseGet(call::notFound);
  }

  private Element live(Call call, Timeline story) {
    var progress = Progress.of(story);
    var live = classed("div", "live").attr("id", "live");
    if (!isDeclared(story)) {
      return live.add(hops(call, story));
    }
    if (!progress.ended()) {
      live.attr("hx-get", "/items/" + Form.encode(story.itemId()) + "/live")
          .attr("hx-trigger", "every 2s")
          .attr("hx-swap", "outerHTML");
    }
    return live.add(steps(call, progress))
        .add(held.notices(story, call.texts()))
        .add(hops(call, story));
  }

  /** Steps are those of a declaration: dispatches and items told of by events alone have none. */
  private static boolean isDeclared(Timeline story) {
    return story.messages().stream()
        .anyMatch(message -> message.kind() == MessageKind.ITEM_DECLARATION);
  }

  private static Element steps(Call call, Progress progress) {
    var texts = call.texts();
    var list = classed("ol", "steps").attr("aria-label", texts.get("item.progress"));
    for (var step : progress.steps()) {
      list.add(
          classed("li", step.tone())
              .add(el("b", texts.get("step." + step.name())))
              .add(step.decision() == null ? null : Badges.of(step.decision(), texts))
              .add(
                  step.at() == null
                      ? el("span", texts.get("step.not-yet"))
                      : Times.utc(step.at())));
    }
    return list;
  }

  private Element hops(Call call, Timeline story) {
    var texts = call.texts();
    var list = classed("ol", "hops");
    story.events().forEach(event -> list.add(hop(call, event)));
    return el("section")
        .add(el("h2", texts.get("item.timeline")))
        .add(list.attr("aria-label", texts.get("item.timeline")));
  }

  private Element hop(Call call, Event event) {
    var texts = call.texts();
    var zone = region.party(event.party()).map(party -> party.identity().zone()).orElse(null);
    var what = what(event, texts);
    var hop =
        classed("li", "hop " + event.type())
            .add(classed("div", "when").add(Times.both(event.at(), zone)))
            .add(
                classed("div", "what")
                    .add(el("b", what))
                    .text(" ")
                    .add(
                        event.party() == null ? null : classed("span", "party").text(event.party()))
                    .add(link(event)));
    return hop.add(details(event));
  }

  /** Of what waits the timeline says until when. */
  private String what(Event event, Texts texts) {
    return UNTIL.contains(event.type()) && event.detail().containsKey("until")
        ? texts.get(
            "event." + event.type() + "-until",
            held.local(Instant.parse(event.detail().get("until")), event.at(), event.party()))
        : texts.getOr("event." + event.type(), event.type());
  }

  private static Element link(Event event) {
    if (event.deliveryId() != 0) {
      return el("a", "#" + event.deliveryId()).attr("href", "/deliveries/" + event.deliveryId());
    }
    return event.interchangeId() == 0
        ? null
        : el("a", "#" + event.interchangeId())
            .attr("href", "/interchanges/" + event.interchangeId());
  }

  private static Element details(Event event) {
    if (event.detail() == null || event.detail().isEmpty()) {
      return null;
    }
    var list = classed("dl", "detail");
    event
        .detail()
        .forEach(
            (key, value) -> list.add(el("div").add(el("dt", key), el("dd", shortened(value)))));
    return list;
  }

  private static String shortened(String value) {
    return value != null && value.length() > 24 && value.matches("[0-9a-f]+")
        ? value.substring(0, 12) + "…"
        : value;
  }

  private Element documents(Call call, Sight sight, Timeline story) {
    var texts = call.texts();
    var section = el("section").add(el("h2", texts.get("item.documents")));
    var newest =
        story.messages().stream()
            .filter(row -> row.kind() == MessageKind.ITEM_DECLARATION)
            .max(Comparator.comparingLong(MessageRow::id))
            .map(MessageRow::id)
            .orElse(0L);
    for (var message : story.messages()) {
      section.add(
          classed("details", "passage")
              .attr("open", message.id() == newest || story.messages().size() == 1 ? "" : null)
              .add(summary(texts, message, story))
              .add(new Passage(ledger, sight, texts, story, message).render()));
    }
    return section;
  }

  private static Element summary(Texts texts, MessageRow message, Timeline story) {
    var recipients =
        story.deliveries().stream()
            .filter(d -> d.lines().stream().anyMatch(line -> line.messageId() == message.id()))
            .map(d -> d.recipient())
            .distinct()
            .toList();
    long problems = story.problems().stream().filter(p -> p.messageId() == message.id()).count();
    var title = el("h3", texts.kind(message.kind()));
    if (message.version() > 0) {
      title.text(" " + message.version());
    }
    return el("summary")
        .add(title)
        .add(message.status() == null ? null : Badges.of(message.status(), texts))
        .add(classed("span", "route").text(message.sender() + " → " + joined(recipients)))
        .add(
            problems == 0
                ? null
                : classed("span", "badge warn").text(texts.get("item.notes", problems)))
        .add(Times.utc(message.recordedAt()));
  }

  private static String joined(List<String> recipients) {
    return recipients.isEmpty() ? "–" : String.join(", ", recipients);
  }
}
