package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.util.List;
import java.util.function.ToLongFunction;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Tally;

/** The region at a glance; its middle part replaces itself every few seconds. */
final class RegionPage {
  private final Region region;
  private final Frame frame;

  RegionPage(Region region, Frame frame) {
    this.region = region;
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    var title = call.texts().get("region.title");
    return frame.page(call, 200, title, el("h1", title), live(call));
  }

  ApiResponse part(Call call) {
    return frame.part(call, live(call));
  }

  private Element live(Call call) {
    var standings = region.standings();
    return classed("div", "region")
        .attr("id", "region")
        .attr("hx-get", "/region")
        .attr("hx-trigger", "every 3s")
        .attr("hx-swap", "outerHTML")
        .add(classed("div", "side").add(map(standings, call), legend(call.texts())))
        .add(
            classed("div", "body")
                .add(call.confinedTo() == null ? totals(standings, call.texts()) : null)
                .add(table(standings, call))
                .add(
                    classed("p", "hint")
                        .text(call.texts().get("region.as-of") + " ")
                        .add(Times.utc(region.clock().instant()))));
  }

  private static Element map(List<Region.Standing> standings, Call call) {
    var map = classed("nav", "map").attr("aria-label", call.texts().get("region.map"));
    for (var standing : standings) {
      var who = standing.profile().identity();
      var tile = Tiles.of(who.countryCode());
      if (tile == null) {
        continue;
      }
      var country = AdministrationCalls.country(standing.profile(), call.language().getLanguage());
      var state = call.texts().get("state." + standing.state());
      map.add(
          classed("a", tile.cssClass() + " " + Badges.tone(standing.state()))
              .attr("id", "tile-" + standing.profile().id())
              .attr("href", "/administrations/" + standing.profile().id())
              .attr("title", country + ": " + state)
              .attr("aria-label", country + ": " + state)
              .add(classed("span", "iso").text(who.countryCode()), Badges.sign(standing.state()))
              .add(waiting(standing, call)));
    }
    return map;
  }

  private static Element waiting(Region.Standing standing, Call call) {
    long waiting = standing.tally().waiting();
    return AdministrationCalls.seesTally(call, standing.profile().id()) && waiting > 0
        ? classed("span", "queue").text(Long.toString(waiting))
        : null;
  }

  private static Element legend(Texts texts) {
    var legend = classed("ul", "legend").attr("aria-label", texts.get("region.legend"));
    for (var state : PartyState.values()) {
      legend.add(el("li").add(Badges.of(state, texts)));
    }
    return legend;
  }

  private static Element totals(List<Region.Standing> standings, Texts texts) {
    return classed("dl", "totals")
        .add(total(standings, texts, "accepted", Tally::accepted))
        .add(total(standings, texts, "delivered", Tally::delivered))
        .add(total(standings, texts, "decided", Tally::decided))
        .add(total(standings, texts, "told", Tally::told))
        .add(total(standings, texts, "waiting", Tally::waiting))
        .add(total(standings, texts, "parked", Tally::parked))
        .add(total(standings, texts, "losses", Tally::losses));
  }

  private static Element total(
      List<Region.Standing> standings, Texts texts, String name, ToLongFunction<Tally> count) {
    long sum = standings.stream().map(Region.Standing::tally).mapToLong(count).sum();
    return el("div")
        .add(el("dt", texts.get("tally." + name)))
        .add(el("dd", Numbers.count(sum, texts.language())).attr("data-total", name));
  }

  private static Element table(List<Region.Standing> standings, Call call) {
    var texts = call.texts();
    var columns =
        List.of(
            "administration",
            "state",
            "waiting",
            "rate",
            "accepted",
            "delivered",
            "decided",
            "told",
            "parked",
            "last-decision",
            "format",
            "confidence");
    var rows = standings.stream().map(standing -> row(standing, call, columns)).toList();
    return Tables.table(texts.get("region.table"), Tables.head(texts, "region.", columns), rows);
  }

  private static Element row(Region.Standing standing, Call call, List<String> columns) {
    var texts = call.texts();
    var profile = standing.profile();
    var tally = AdministrationCalls.seesTally(call, profile.id()) ? standing.tally() : null;
    var name =
        el("a", AdministrationCalls.country(profile, call.language().getLanguage()))
            .attr("id", "row-" + profile.id())
            .attr("href", "/administrations/" + profile.id());
    var rate = tally == null || standing.perMinute().isEmpty() ? "–" : rate(standing, texts);
    var cells = new Tables.Row(texts, "region.", columns);
    cells.head(el("span").add(name).text(" ").add(el("small", profile.identity().code())));
    cells.cell(Badges.of(standing.state(), texts));
    cells.number(tally == null ? null : tally.waiting());
    cells.number(rate);
    cells.number(tally == null ? null : tally.accepted());
    cells.number(tally == null ? null : tally.delivered());
    cells.number(tally == null ? null : tally.decided());
    cells.number(tally == null ? null : tally.told());
    cells.number(tally == null ? null : tally.parked());
    cells.cell(Times.compact(tally == null ? null : tally.lastDecided()));
    cells.cell(el("code", profile.format().codec()));
    cells.cell(Badges.of(profile.system().formatConfidence(), profile.system().confirmed(), texts));
    return cells.row().attr("data-party", profile.id());
  }

  private static String rate(Region.Standing standing, Texts texts) {
    return Numbers.count(Math.round(standing.perMinute().orElse(0)), texts.language());
  }
}
