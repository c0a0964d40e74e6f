package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chasqui.console.document.DocumentLines;
import org.chasqui.console.document.JsonLines;
import org.chasqui.console.document.Line;
import org.chasqui.console.document.Place;
import org.chasqui.console.document.SourceDocument;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.ProblemRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.Location;

/**
 * The way of one message through the gateway, its documents side by side: as received, as regional
 * message, and as each recipient was sent it; problems and losses stand at the place they concern.
 */
final class Passage {
  /** A source that is no EDIFACT is shown whole up to this size. */
  private static final int SOURCE_BYTES = 4 << 20;

  private final Ledger ledger;
  private final Sight sight;
  private final Texts texts;
  private final Timeline story;
  private final MessageRow message;

  Passage(Ledger ledger, Sight sight, Texts texts, Timeline story, MessageRow message) {
    this.ledger = ledger;
    this.sight = sight;
    this.texts = texts;
    this.story = story;
    this.message = message;
  }

  Element render() {
    var details = deliveries();
    var source = new Pane(source());
    var regional = new Pane(regional());
    var nationals = details.stream().map(detail -> new Pane(document(detail))).toList();
    place(source, regional, details, nationals);
    var panes =
        classed("div", "panes")
            .add(source.render(texts.get("pane.received"), aboutSource(), texts))
            .add(regional.render(texts.get("pane.regional"), aboutRegional(), texts));
    for (int i = 0; i < details.size(); i++) {
      var title =
          texts.get("pane.sent", details.get(i).delivery().recipient().toUpperCase(Locale.ROOT));
      panes.add(nationals.get(i).render(title, aboutDelivery(details.get(i)), texts));
    }
    return panes;
  }

  private void place(
      Pane source, Pane regional, List<DeliveryDetail> details, List<Pane> nationals) {
    for (var row : problems()) {
      int carrier = carrier(row, details);
      var location = row.problem().location();
      if (carrier < 0) {
        boolean pointer = location instanceof Location.AtPointer;
        if (pointer
            && (regional.has(Place.inData(location)) || !source.has(Place.inNational(location)))) {
          regional.note(row, Place::inData);
        } else {
          source.note(row, at -> Place.inEdifact(at).or(() -> Place.inNational(at)));
        }
      } else if (regional.has(Place.inData(location))
          && !nationals.get(carrier).has(Place.inNational(location))) {
        regional.note(row, Place::inData);
      } else {
        nationals.get(carrier).note(row, at -> Place.inEdifact(at).or(() -> Place.inNational(at)));
      }
    }
  }

  private List<ProblemRow> problems() {
    return story.problems().stream().filter(row -> row.messageId() == message.id()).toList();
  }

  private static int carrier(ProblemRow row, List<DeliveryDetail> details) {
    for (int i = 0; i < details.size(); i++) {
      if (row.deliveryId() != 0 && details.get(i).delivery().id() == row.deliveryId()) {
        return i;
      }
    }
    return -1;
  }

  private List<DeliveryDetail> deliveries() {
    return story.deliveries().stream()
        .filter(d -> d.lines().stream().anyMatch(line -> line.messageId() == message.id()))
        .map(delivery -> ledger.delivery(delivery.id()).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }

  private Interchange interchange() {
    return story.interchanges().stream()
        .filter(row -> row.id() == message.interchangeId())
        .filter(sight::of)
        .findFirst()
        .orElse(null);
  }

  private List<Line> source() {
    var interchange = interchange();
    var raw = interchange == null ? null : ledger.raw(interchange.id()).orElse(null);
    if (raw == null) {
      return List.of();
    }
    try (raw) {
      var document = new SourceDocument(raw, SOURCE_BYTES);
      return document.lines(interchange.header().mediaType(), story.itemId(), faults());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Location.InEdifact> faults() {
    return problems().stream()
        .map(row -> row.problem().location())
        .filter(Location.InEdifact.class::isInstance)
        .map(Location.InEdifact.class::cast)
        .toList();
  }

  private List<Line> regional() {
    return message.json() == null ? List.of() : JsonLines.of(message.json()).orElse(List.of());
  }

  private List<Line> document(DeliveryDetail detail) {
    return detail.document() == null
        ? List.of()
        : DocumentLines.of(detail.document(), detail.mediaType(), story.itemId(), List.of());
  }

  private Element aboutSource() {
    var interchange = interchange();
    if (interchange == null) {
      return classed("p", "hint").text(texts.get("pane.not-yours"));
    }
    return classed("p", "hint")
        .add(
            el(
                    "a",
                    texts.get(
                        "pane.interchange",
                        interchange.header().reference() == null
                            ? interchange.id() + ""
                            : interchange.header().reference()))
                .attr("href", "/interchanges/" + interchange.id()))
        .text(" · " + interchange.header().format() + " · ")
        .add(
            el("a", texts.get("pane.raw"))
                .attr("href", "/interchanges/" + interchange.id() + "/raw"));
  }

  private Element aboutRegional() {
    return message.json() == null
        ? classed("p", "hint").text(texts.get(message.refused() ? "pane.refused" : "pane.purged"))
        : classed("p", "hint").text(message.kind().type());
  }

  private Element aboutDelivery(DeliveryDetail detail) {
    var delivery = detail.delivery();
    return classed("p", "hint")
        .add(
            el("a", texts.get("pane.delivery", delivery.reference()))
                .attr("href", "/deliveries/" + delivery.id()))
        .text(" · " + (delivery.codec() == null ? detail.mediaType() : delivery.codec()) + " ")
        .add(Badges.of(delivery.state(), texts))
        .text(delivery.reason() == null ? "" : " " + delivery.reason());
  }
}
