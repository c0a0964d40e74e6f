package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import org.chasqui.console.html.Element;
import org.chasqui.profile.AdministrationTable;
import org.chasqui.profile.Confidence;

/** All administrations in one table; what is not documented is marked in its cell. */
final class AdministrationsPage {
  private static final String PREFIX = "administrations.";

  private final Region region;
  private final Frame frame;

  AdministrationsPage(Region region, Frame frame) {
    this.region = region;
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    var texts = call.texts();
    var title = texts.get("administrations.title");
    var rows = region.standings().stream().map(standing -> row(standing, call)).toList();
    return frame.page(
        call,
        200,
        title,
        el("h1", title),
        el("p", texts.get("administrations.about")),
        Tables.table(title, Tables.head(texts, PREFIX, AdministrationTable.COLUMNS), rows));
  }

  private static Element row(Region.Standing standing, Call call) {
    var texts = call.texts();
    var profile = standing.profile();
    var row = new Tables.Row(texts, PREFIX, AdministrationTable.COLUMNS);
    var cells = AdministrationTable.cells(profile);
    row.head(
        el("span")
            .add(
                el("a", AdministrationCalls.country(profile, call.language().getLanguage()))
                    .attr("href", "/administrations/" + profile.id()))
            .text(" ")
            .add(el("small", profile.identity().name())));
    for (int i = 1; i < cells.size(); i++) {
      row.cell(
          AdministrationTable.COLUMNS.get(i).equals("confidence")
              ? Badges.of(profile.system().formatConfidence(), profile.system().confirmed(), texts)
              : cell(cells.get(i), texts));
    }
    return row.row().attr("data-party", profile.id());
  }

  private static Element cell(List<AdministrationTable.Said> said, Texts texts) {
    var list = classed("ul", "plain");
    for (var part : said) {
      boolean marked = part.confidence() != null && part.confidence() != Confidence.DOCUMENTED;
      list.add(
          el("li", part.text() + " ")
              .add(marked ? Badges.of(part.confidence(), false, texts) : null));
    }
    return list;
  }
}
