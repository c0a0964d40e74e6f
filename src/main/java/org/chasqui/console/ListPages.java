package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.access.Right;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Delivery;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Page;

/** The pages that list: items by their id, and what is parked with its replay. */
final class ListPages {
  private static final int ROWS = 50;
  private static final List<String> ITEM_COLUMNS =
      List.of("item", "kind", "version", "sender", "recorded", "usable");
  private static final List<String> PARKED_COLUMNS =
      List.of("delivery", "party", "parked", "reason", "items", "attempts", "replay");

  private final Ledger ledger;
  private final ItemCalls items;
  private final DeliveryCalls deliveries;
  private final SignIn signIn;
  private final Frame frame;

  ListPages(Ledger ledger, HeldDeliveries held, SignIn signIn, Frame frame) {
    this.ledger = ledger;
    this.items = new ItemCalls(ledger, held);
    this.deliveries = new DeliveryCalls(ledger, held);
    this.signIn = signIn;
    this.frame = frame;
  }

  /** Goes straight to an item that is known, else says what is wrong with the id, else lists. */
  ApiResponse items(Call call) {
    var typed = call.query("q").map(ItemCalls::itemId).orElse("");
    if (typed.length() == TypedItemId.LENGTH
        && new Sight(ledger, call.confinedTo()).timeline(typed).isPresent()) {
      return ApiResponse.seeOther("/items/" + Form.encode(typed));
    }
    var texts = call.texts();
    var title = texts.get("items.title");
    try {
      var found = ledger.search(items.criteria(prefixed(call, typed)));
      return frame.page(
          call,
          200,
          title,
          el("h1", title),
          filter(call, typed),
          hint(texts, typed),
          list(call, found));
    } catch (ItemCalls.BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  ApiResponse parked(Call call) {
    var page = ledger.parked(call.confinedTo(), ROWS, call.query("cursor").orElse(null));
    var title = call.texts().get("parked.title");
    var rows = page.rows().stream().map(delivery -> parkedRow(call, delivery)).toList();
    return frame.page(
        call,
        200,
        title,
        el("h1", title),
        call.query("replayed").map(id -> replayed(call, id)).orElse(null),
        rows.isEmpty()
            ? classed("p", "empty").text(call.texts().get("parked.none"))
            : Tables.table(title, Tables.head(call.texts(), "parked.", PARKED_COLUMNS), rows),
        next(call, "/parked?cursor=", page.next()));
  }

  ApiResponse replay(Call call) {
    if (!signIn.formKeyFits(call.request(), Form.of(call.request()).get("key"))) {
      return call.refuse(403, "error.form");
    }
    var detail = deliveries.visible(call);
    if (detail == null) {
      return call.notFound();
    }
    return switch (deliveries.replay(detail.delivery(), call)) {
      case DONE -> ApiResponse.seeOther("/parked?replayed=" + detail.delivery().id());
      case NOT_PARKED -> call.refuse(409, "error.not-parked");
      case NOT_ALLOWED -> call.refuse(403, "error.party");
    };
  }

  private static Call prefixed(Call call, String typed) {
    var query = new HashMap<>(call.request().query());
    query.put("prefix", List.of(typed));
    query.put("limit", List.of(Integer.toString(ROWS)));
    var request =
        new ApiRequest(
            call.request().method(), call.request().path(), query, call.request().headers(), null);
    return new Call(request, call.parameters(), call.caller(), call.language());
  }

  private static Element filter(Call call, String typed) {
    var texts = call.texts();
    return classed("form", "filter")
        .attr("action", "/items")
        .attr("role", "search")
        .add(field("q", texts.get("find.label"), typed, "RR123456785CL"))
        .add(
            field(
                "administration",
                texts.get("items.administration"),
                call.query("administration").orElse(""),
                "br"))
        .add(states(call))
        .add(classed("button", "primary").text(texts.get("find.button")));
  }

  private static Element field(String name, String label, String value, String example) {
    return el("label", label)
        .add(
            el("input")
                .attr("name", name)
                .attr("value", value)
                .attr("placeholder", example)
                .attr("autocomplete", "off"));
  }

  private static Element states(Call call) {
    var texts = call.texts();
    var chosen = call.query("state").orElse("");
    var select =
        el("select")
            .attr("name", "state")
            .add(el("option", texts.get("items.any")).attr("value", ""));
    for (var state : LineState.values()) {
      select.add(
          el("option", texts.get("line." + state))
              .attr("value", state.name())
              .attr("selected", state.name().equals(chosen) ? "" : null));
    }
    return el("label", texts.get("items.state")).add(select);
  }

  private static Element hint(Texts texts, String typed) {
    if (typed.isEmpty()) {
      return classed("p", "hint").text(texts.get("items.hint"));
    }
    var fault = TypedItemId.fault(typed);
    var text =
        switch (fault.kind()) {
          case NONE -> texts.get("items.unknown", typed);
          case PREFIX -> null;
          case FORM -> texts.get("items.form", typed);
          case CHECK_DIGIT -> texts.get("items.check-digit", fault.found(), fault.expected());
        };
    return text == null ? null : classed("p", "alert").attr("role", "status").text(text);
  }

  private static Element list(Call call, Page<MessageRow> found) {
    var texts = call.texts();
    if (found.rows().isEmpty()) {
      return classed("p", "empty").text(texts.get("items.none"));
    }
    var rows = found.rows().stream().map(row -> itemRow(texts, row)).toList();
    var query = new StringBuilder("/items?");
    for (var name : List.of("q", "administration", "state")) {
      call.query(name)
          .ifPresent(v -> query.append(name).append('=').append(Form.encode(v)).append('&'));
    }
    return el("div")
        .add(
            Tables.table(
                texts.get("items.title"), Tables.head(texts, "items.", ITEM_COLUMNS), rows))
        .add(next(call, query + "cursor=", found.next()));
  }

  private static Element itemRow(Texts texts, MessageRow row) {
    var id = row.businessKey() == null ? "–" : row.businessKey();
    return new Tables.Row(texts, "items.", ITEM_COLUMNS)
        .head(
            row.businessKey() == null
                ? el("span", id)
                : el("a", id).attr("href", "/items/" + Form.encode(id)))
        .text(texts.kind(row.kind()))
        .number((long) row.version())
        .text(row.sender())
        .cell(Times.utc(row.recordedAt()))
        .text(texts.get(row.refused() ? "items.refused" : "items.used"))
        .row();
  }

  private Element parkedRow(Call call, Delivery delivery) {
    var texts = call.texts();
    var items =
        delivery.lines().stream()
            .filter(line -> line.state() == LineState.PARKED)
            .map(Delivery.Line::businessKey)
            .limit(3)
            .collect(Collectors.joining(", "));
    return new Tables.Row(texts, "parked.", PARKED_COLUMNS)
        .head(el("a", delivery.reference()).attr("href", "/deliveries/" + delivery.id()))
        .text(delivery.recipient())
        .cell(Times.utc(delivery.changedAt()))
        .text(delivery.reason())
        .text(delivery.lines().size() > 3 ? items + " … (" + delivery.lines().size() + ")" : items)
        .number((long) delivery.attempts())
        .cell(replayForm(call, delivery))
        .row();
  }

  Element replayForm(Call call, Delivery delivery) {
    boolean own = delivery.recipient().equals(call.caller().party());
    if (!call.may(Right.REPLAY) || (!own && !call.may(Right.READ_ALL))) {
      return el("span", "–");
    }
    return el("form")
        .attr("method", "post")
        .attr("action", "/parked/" + delivery.id() + "/replay")
        .add(frame.formKey(call))
        .add(
            el("button", call.texts().get("parked.replay"))
                .attr(
                    "aria-label", call.texts().get("parked.replay") + " " + delivery.reference()));
  }

  private static Element replayed(Call call, String id) {
    return classed("p", "notice")
        .attr("role", "status")
        .text(call.texts().get("parked.replayed", id));
  }

  static Element next(Call call, String address, String cursor) {
    return cursor == null
        ? null
        : el("p")
            .add(
                el("a", call.texts().get("list.next"))
                    .attr("href", address + Form.encode(cursor))
                    .attr("rel", "next"));
  }
}
