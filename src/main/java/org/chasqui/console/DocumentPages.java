package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chasqui.console.document.DocumentLines;
import org.chasqui.console.document.Line;
import org.chasqui.console.document.Place;
import org.chasqui.console.document.SourceDocument;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.DeliveryDetail;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.Interchange;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.MessageRow;

/** The pages of one interchange as it came and of one delivery as it went. */
final class DocumentPages {
  private static final int ROWS = 50;
  private static final int PREVIEW_BYTES = 64 << 10;
  private static final List<String> MESSAGE_COLUMNS =
      List.of("position", "item", "kind", "version", "status", "usable");
  private static final List<String> LINE_COLUMNS =
      List.of("item", "version", "line-state", "national-reference");

  private final Ledger ledger;
  private final Region region;
  private final HeldDeliveries held;
  private final ListPages lists;
  private final Frame frame;

  DocumentPages(Ledger ledger, Region region, HeldDeliveries held, ListPages lists, Frame frame) {
    this.ledger = ledger;
    this.held = held;
    this.region = region;
    this.lists = lists;
    this.frame = frame;
  }

  ApiResponse interchange(Call call) {
    var id = call.id("id");
    var found =
        id.isEmpty()
            ? Optional.<Interchange>empty()
            : new Sight(ledger, call.confinedTo()).interchange(id.getAsLong());
    if (found.isEmpty()) {
      return call.notFound();
    }
    var row = found.get();
    var title =
        call.texts()
            .get(
                "interchange.title",
                row.header().reference() == null ? "#" + row.id() : row.header().reference());
    return frame.page(
        call,
        200,
        title,
        el("h1", title),
        waiting(call, row),
        facts(call, row),
        problems(call, row),
        messages(call, row),
        preview(call, row));
  }

  ApiResponse delivery(Call call) {
    var id = call.id("id");
    var found =
        id.isEmpty()
            ? Optional.<DeliveryDetail>empty()
            : new Sight(ledger, call.confinedTo()).delivery(id.getAsLong());
    if (found.isEmpty()) {
      return call.notFound();
    }
    var detail = found.get();
    var title = call.texts().get("delivery.title", detail.delivery().reference());
    return frame.page(
        call,
        200,
        title,
        el("h1", title),
        held.notices(detail.delivery(), call.texts()),
        facts(call, detail),
        lines(call, detail.delivery()),
        documents(call, detail));
  }

  /** Of the messages on the first page, as a sample of all. */
  private Element waiting(Call call, Interchange row) {
    var some = ledger.messages(row.id(), ROWS, null).rows();
    return held.notices(some.stream().map(MessageRow::id).toList(), delivery -> true, call.texts());
  }

  private Element facts(Call call, Interchange row) {
    var texts = call.texts();
    var header = row.header();
    var zone = region.party(header.party()).map(party -> party.identity().zone()).orElse(null);
    return Tables.facts(
        Tables.fact(texts.get("fact.state"), Badges.of(row.state(), texts)),
        Tables.fact(texts.get("fact.party"), header.party()),
        Tables.fact(texts.get("fact.received"), Times.both(header.receivedAt(), zone)),
        Tables.fact(texts.get("fact.door"), header.door()),
        Tables.fact(texts.get("fact.format"), header.format()),
        Tables.fact(texts.get("fact.size"), Numbers.bytes(row.size(), texts.language())),
        Tables.fact(
            texts.get("fact.items"),
            row.items() < 0 ? null : Numbers.count(row.items(), texts.language())),
        Tables.fact(
            texts.get("fact.refused"),
            row.items() < 0 ? null : Numbers.count(row.refused(), texts.language())),
        Tables.fact(texts.get("fact.digest"), el("code", row.sha256())),
        header.causedBy() == 0
            ? null
            : Tables.fact(
                texts.get("fact.answers"),
                el("a", "#" + header.causedBy()).attr("href", "/deliveries/" + header.causedBy())));
  }

  private Element problems(Call call, Interchange row) {
    var page = ledger.problems(row.id(), ROWS, call.query("problems").orElse(null));
    if (page.rows().isEmpty()) {
      return null;
    }
    return classed("section", "problems")
        .add(el("h2", call.texts().get("fact.problems")))
        .addAll(page.rows().stream().map(problem -> Pane.note(problem, call.texts())).toList())
        .add(ListPages.next(call, "/interchanges/" + row.id() + "?problems=", page.next()));
  }

  private Element messages(Call call, Interchange row) {
    var texts = call.texts();
    var page = ledger.messages(row.id(), ROWS, call.query("cursor").orElse(null));
    if (page.rows().isEmpty()) {
      return null;
    }
    var rows = page.rows().stream().map(message -> messageRow(texts, message)).toList();
    return el("section")
        .add(el("h2", texts.get("fact.messages")))
        .add(
            Tables.table(
                texts.get("fact.messages"), Tables.head(texts, "items.", MESSAGE_COLUMNS), rows))
        .add(ListPages.next(call, "/interchanges/" + row.id() + "?cursor=", page.next()));
  }

  private static Element messageRow(Texts texts, MessageRow row) {
    var id = row.businessKey();
    return new Tables.Row(texts, "items.", MESSAGE_COLUMNS)
        .head(el("span", Integer.toString(row.position())))
        .cell(id == null ? el("span", "–") : el("a", id).attr("href", "/items/" + Form.encode(id)))
        .text(texts.kind(row.kind()))
        .number((long) row.version())
        .cell(row.status() == null ? el("span", "–") : Badges.of(row.status(), texts))
        .text(texts.get(row.refused() ? "items.refused" : "items.used"))
        .row();
  }

  private Element preview(Call call, Interchange row) {
    var raw = ledger.raw(row.id());
    if (raw.isEmpty()) {
      return classed("p", "hint").text(call.texts().get("error.purged"));
    }
    try (var in = raw.get()) {
      var lines =
          new SourceDocument(in, PREVIEW_BYTES).lines(row.header().mediaType(), null, List.of());
      var link =
          classed("p", "hint")
              .add(
                  el("a", call.texts().get("pane.raw"))
                      .attr("href", "/interchanges/" + row.id() + "/raw"));
      return new Pane(lines).render(call.texts().get("pane.received"), link, call.texts());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Element facts(Call call, DeliveryDetail detail) {
    var texts = call.texts();
    var row = detail.delivery();
    var zone = region.party(row.recipient()).map(party -> party.identity().zone()).orElse(null);
    boolean parked = row.state() == DeliveryState.PARKED;
    return Tables.facts(
        Tables.fact(texts.get("fact.state"), Badges.of(row.state(), texts)),
        Tables.fact(texts.get("fact.recipient"), row.recipient()),
        Tables.fact(
            texts.get("fact.format"), row.codec() == null ? detail.mediaType() : row.codec()),
        Tables.fact(texts.get("fact.created"), Times.both(row.createdAt(), zone)),
        Tables.fact(texts.get("fact.changed"), Times.both(row.changedAt(), zone)),
        row.due() == null ? null : Tables.fact(texts.get("fact.due"), Times.both(row.due(), zone)),
        Tables.fact(texts.get("fact.attempts"), Integer.toString(row.attempts())),
        Tables.fact(texts.get("fact.protocol"), row.protocol()),
        Tables.fact(texts.get("fact.reason"), row.reason()),
        Tables.fact(texts.get("fact.key"), el("code", row.idempotencyKey())),
        parked ? Tables.fact(texts.get("parked.replay"), lists.replayForm(call, row)) : null);
  }

  private static Element lines(Call call, Delivery row) {
    if (row.lines().isEmpty()) {
      return null;
    }
    var texts = call.texts();
    var rows =
        row.lines().stream()
            .limit(500)
            .map(
                line ->
                    new Tables.Row(texts, "items.", LINE_COLUMNS)
                        .head(
                            el("a", line.businessKey())
                                .attr("href", "/items/" + Form.encode(line.businessKey())))
                        .number((long) line.version())
                        .cell(Badges.of(line.state(), texts))
                        .text(line.nationalReference())
                        .row())
            .toList();
    return el("section")
        .add(el("h2", texts.get("fact.items")))
        .add(
            Tables.table(
                texts.get("fact.items"), Tables.head(texts, "items.", LINE_COLUMNS), rows));
  }

  private static Element documents(Call call, DeliveryDetail detail) {
    var texts = call.texts();
    var sent = new Pane(lines(detail.document(), detail.mediaType()));
    detail
        .problems()
        .forEach(row -> sent.note(row, at -> Place.inEdifact(at).or(() -> Place.inNational(at))));
    var panes =
        classed("div", "panes")
            .add(
                sent.render(
                    texts.get("pane.sent", detail.delivery().recipient().toUpperCase(Locale.ROOT)),
                    null,
                    texts));
    if (detail.answer() != null) {
      panes.add(
          new Pane(lines(detail.answer(), null)).render(texts.get("pane.answer"), null, texts));
    }
    return panes;
  }

  private static List<Line> lines(byte[] document, String mediaType) {
    return document == null || document.length == 0
        ? List.of()
        : DocumentLines.of(document, mediaType, null, List.of());
  }
}
