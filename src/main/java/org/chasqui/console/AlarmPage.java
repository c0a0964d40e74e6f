package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.Arrays;
import java.util.List;
import org.chasqui.console.ItemCalls.BadParameter;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.Ledger;

/** The list of alarms, and of what is awaited. */
final class AlarmPage {
  private static final int ROWS = 50;

  private final Ledger ledger;
  private final AlarmCalls calls;
  private final Frame frame;

  AlarmPage(Ledger ledger, Frame frame) {
    this.ledger = ledger;
    this.calls = new AlarmCalls(ledger);
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    var texts = call.texts();
    var title = texts.get("alarms.title");
    try {
      var page = ledger.alarms().search(calls.criteria(call, ROWS));
      return frame.page(
          call,
          200,
          title,
          el("h1", title),
          filter(call),
          page.rows().isEmpty()
              ? classed("p", "empty").text(texts.get("alarms.none"))
              : AlarmTable.of(texts, page.rows()),
          ListPages.next(call, address(call), page.next()));
    } catch (BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  private static String address(Call call) {
    var address = new StringBuilder("/alarms?");
    for (var name : List.of("state", "kind")) {
      call.query(name)
          .ifPresent(v -> address.append(name).append('=').append(Form.encode(v)).append('&'));
    }
    return address.append("cursor=").toString();
  }

  private static Element filter(Call call) {
    var texts = call.texts();
    var kinds = Arrays.stream(AlarmKind.values()).map(AlarmKind::name).toList();
    var any = el("option", texts.get("items.any")).attr("value", "");
    return classed("form", "filter")
        .attr("action", "/alarms")
        .add(select(call, "state", "alarm-state.", AlarmCalls.STATES, null))
        .add(select(call, "kind", "alarm-kind.", kinds, any))
        .add(classed("button", "primary").text(texts.get("find.button")));
  }

  private static Element select(
      Call call, String name, String prefix, List<String> values, Element first) {
    var texts = call.texts();
    var chosen = call.query(name).orElse("");
    var select = el("select").attr("name", name).add(first);
    for (var value : values) {
      select.add(
          el("option", texts.get(prefix + value))
              .attr("value", value)
              .attr("selected", value.equalsIgnoreCase(chosen) ? "" : null));
    }
    return el("label", texts.get("alarms." + name)).add(select);
  }
}
