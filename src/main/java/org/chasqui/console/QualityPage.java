package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.chasqui.console.html.Element;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.QualitySearch.By;
import org.chasqui.message.PartyRole;
import org.chasqui.profile.Profile;

/** The quality of declarations: by lane and day with filters, and the monthly report to print. */
final class QualityPage {
  private static final Set<By> BY_LANE = EnumSet.of(By.OPERATOR, By.LANE);
  private static final Set<By> BY_DAY = EnumSet.of(By.DAY);

  private final QualityFigures figures;
  private final Supplier<List<Profile>> parties;
  private final Clock clock;
  private final Frame frame;

  QualityPage(Ledger ledger, Supplier<List<Profile>> parties, Clock clock, Frame frame) {
    this.figures = new QualityFigures(ledger);
    this.parties = parties;
    this.clock = clock;
    this.frame = frame;
  }

  ApiResponse page(Call call) {
    if (QualityCriteria.isOfAnother(call)) {
      return call.refuse(403, "error.party");
    }
    try {
      var criteria = QualityCriteria.of(call, today());
      var title = call.texts().get("quality.title");
      return frame.page(
          call,
          200,
          title,
          el("h1", title),
          filter(call, criteria),
          body(call, criteria),
          files(call, criteria));
    } catch (ItemCalls.BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  ApiResponse report(Call call) {
    if (QualityCriteria.isOfAnother(call)) {
      return call.refuse(403, "error.party");
    }
    try {
      var criteria = QualityCriteria.ofMonth(call, today());
      var texts = call.texts();
      var title = texts.get("quality.report", YearMonth.from(criteria.from()).toString());
      return frame.page(
          call,
          200,
          title,
          classed("article", "report")
              .add(
                  el("h1", title),
                  subject(criteria, texts),
                  body(call, criteria),
                  el("h2", texts.get("quality.meanings")),
                  QualityTables.meanings(texts)));
    } catch (ItemCalls.BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Element body(Call call, QualityCriteria criteria) {
    var texts = call.texts();
    var total = figures.total(criteria);
    if (total.figures().isEmpty()) {
      return classed("p", "empty").text(texts.get("quality.none"));
    }
    return el("div")
        .add(
            QualityTables.totals(total, texts),
            el("h2", texts.get("quality.failing")),
            QualityTables.failing(total, texts),
            el("h2", texts.get("quality.by-lane")),
            QualityTables.byLane(figures.rows(criteria, BY_LANE), texts),
            el("h2", texts.get("quality.by-day")),
            QualityTables.byDay(figures.rows(criteria, BY_DAY), texts),
            classed("p", "hint").text(texts.get("quality.hint")));
  }

  /** Of whom and which days the report is, and when it was made. */
  private Element subject(QualityCriteria criteria, Texts texts) {
    return Tables.facts(
        Tables.fact(texts.get("quality.operator"), name(criteria.operator(), texts)),
        Tables.fact(texts.get("quality.days"), criteria.from() + " – " + criteria.to() + " (UTC)"),
        Tables.fact(texts.get("quality.lane"), lane(criteria)),
        Tables.fact(texts.get("quality.made"), Times.utc(clock.instant())));
  }

  private static String lane(QualityCriteria criteria) {
    return criteria.origin() == null && criteria.destination() == null
        ? null
        : or(criteria.origin(), "*") + " → " + or(criteria.destination(), "*");
  }

  private String name(String operator, Texts texts) {
    return operator == null
        ? texts.get("quality.all")
        : posts().stream()
            .filter(post -> post.id().equals(operator))
            .map(post -> post.identity().code() + " · " + post.identity().name())
            .findFirst()
            .orElse(operator);
  }

  private List<Profile> posts() {
    return parties.get().stream()
        .filter(party -> party.identity().role() == PartyRole.POST)
        .toList();
  }

  private Element filter(Call call, QualityCriteria criteria) {
    var texts = call.texts();
    return classed("form", "filter")
        .attr("action", "/quality")
        .attr("role", "search")
        .add(call.confinedTo() == null ? operators(criteria, texts) : null)
        .add(field("origin", "text", texts.get("quality.origin"), criteria.origin()))
        .add(field("destination", "text", texts.get("quality.destination"), criteria.destination()))
        .add(field("from", "date", texts.get("quality.from"), criteria.from()))
        .add(field("to", "date", texts.get("quality.to"), criteria.to()))
        .add(classed("button", "primary").text(texts.get("quality.show")));
  }

  private Element operators(QualityCriteria criteria, Texts texts) {
    var select =
        el("select")
            .attr("name", "operator")
            .add(el("option", texts.get("quality.all")).attr("value", ""));
    for (var post : posts()) {
      select.add(
          el("option", post.identity().code() + " · " + post.identity().name())
              .attr("value", post.id())
              .attr("selected", post.id().equals(criteria.operator()) ? "" : null));
    }
    return el("label", texts.get("quality.operator")).add(select);
  }

  private static Element field(String name, String type, String label, Object value) {
    return el("label", label)
        .add(
            el("input")
                .attr("name", name)
                .attr("type", type)
                .attr("value", value == null ? "" : value.toString())
                .attr("maxlength", type.equals("text") ? "2" : null)
                .attr("size", type.equals("text") ? "3" : null)
                .attr("autocomplete", "off"));
  }

  private static Element files(Call call, QualityCriteria criteria) {
    var texts = call.texts();
    var of =
        parameter("operator", criteria.operator())
            + parameter("origin", criteria.origin())
            + parameter("destination", criteria.destination());
    var month = YearMonth.from(criteria.to());
    return classed("p", "files")
        .add(
            el("a", texts.get("quality.report", month.toString()))
                .attr("id", "report")
                .attr("href", "/quality/report?month=" + month + of))
        .text(" · ")
        .add(
            el("a", texts.get("quality.csv"))
                .attr("id", "csv")
                .attr(
                    "href",
                    "/quality/csv?by=operator,lane,day&from="
                        + criteria.from()
                        + "&to="
                        + criteria.to()
                        + of));
  }

  private static String parameter(String name, String value) {
    return value == null ? "" : "&" + name + "=" + Form.encode(value);
  }

  private static String or(String value, String otherwise) {
    return value == null ? otherwise : value;
  }
}
