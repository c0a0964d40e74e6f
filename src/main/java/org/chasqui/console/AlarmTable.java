package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Alarm;

/** Deadlines and alarms as a table: on their own page and in the story of an item or dispatch. */
final class AlarmTable {
  private static final List<String> COLUMNS =
      List.of("says", "subject", "party", "other", "due", "raised", "state");
  private static final String PREFIX = "alarms.";

  private AlarmTable() {}

  static Element of(Texts texts, List<Alarm> alarms) {
    return Tables.table(
        texts.get("alarms.title"),
        Tables.head(texts, PREFIX, COLUMNS),
        alarms.stream().map(alarm -> row(texts, alarm)).toList());
  }

  /** The section of a story; null when nothing is or was awaited by a time. */
  static Element section(Texts texts, List<Alarm> alarms) {
    var shown =
        alarms.stream().filter(alarm -> alarm.due() != null || alarm.raisedAt() != null).toList();
    return shown.isEmpty()
        ? null
        : el("section").add(el("h2", texts.get("alarms.title"))).add(of(texts, shown));
  }

  private static Element row(Texts texts, Alarm alarm) {
    return new Tables.Row(texts, PREFIX, COLUMNS)
        .head(el("span", AlarmCalls.says(alarm, texts)))
        .cell(
            classed("a", "item-id")
                .attr("href", "/items/" + Form.encode(alarm.subject()))
                .text(alarm.subject()))
        .text(alarm.party())
        .text(alarm.other())
        .cell(Times.compact(alarm.due()))
        .cell(Times.compact(alarm.raisedAt()))
        .cell(Badges.of(alarm.state(), texts))
        .row();
  }
}
