package org.chasqui.console;

import static org.chasqui.console.html.Element.classed;
import static org.chasqui.console.html.Element.el;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.console.html.Element;
import org.chasqui.quality.Dimension;
import org.chasqui.quality.Hints;
import org.chasqui.quality.Measure;

/** Totals and tables of quality, for the page and for the report. */
final class QualityTables {
  private static final List<Measure> SHOWN =
      List.of(
          Measure.COMPLETE,
          Measure.ACCURATE,
          Measure.CONSISTENT,
          Measure.BEFORE_DISPATCH,
          Measure.BEFORE_ARRIVAL,
          Measure.MATCHED);
  private static final String PREFIX = "quality.";
  private static final List<String> SHARES =
      List.of(
          "declarations",
          "complete",
          "accurate",
          "consistent",
          "before-dispatch",
          "before-arrival",
          "margin",
          "unknown",
          "matched");
  private static final List<String> FAILING =
      List.of("field", "dimension", "failed", "of", "share", "mend");

  private QualityTables() {}

  static Element totals(QualityFigures.Row total, Texts texts) {
    var list = classed("dl", "totals");
    list.add(
        total(
            texts.get("quality.declarations"),
            Numbers.count(total.declarations(), texts.language()),
            "declarations"));
    for (var measure : SHOWN) {
      list.add(
          total(
              texts.get(PREFIX + column(measure)),
              percent(total.figure(measure), texts),
              measure.key()));
    }
    return list;
  }

  private static Element total(String name, String value, String key) {
    return el("div").add(el("dt", name)).add(el("dd", value).attr("data-total", key));
  }

  static Element byLane(List<QualityFigures.Row> rows, Texts texts) {
    var columns = columns("lane");
    return Tables.table(
        texts.get("quality.by-lane"),
        Tables.head(texts, PREFIX, columns),
        rows.stream().map(row -> shares(row, lane(row, texts), columns, texts)).toList());
  }

  static Element byDay(List<QualityFigures.Row> rows, Texts texts) {
    var columns = columns("day");
    return Tables.table(
        texts.get("quality.by-day"),
        Tables.head(texts, PREFIX, columns),
        rows.stream()
            .map(row -> shares(row, el("time", row.day().toString()), columns, texts))
            .toList());
  }

  private static List<String> columns(String first) {
    var columns = new ArrayList<String>();
    columns.add(first);
    columns.addAll(SHARES);
    return columns;
  }

  private static Element lane(QualityFigures.Row row, Texts texts) {
    return el("span", row.operator() + " ")
        .add(el("small", place(row.origin(), texts) + " → " + place(row.destination(), texts)));
  }

  private static String place(String country, Texts texts) {
    return country.isEmpty() ? texts.get("quality.nowhere") : country;
  }

  private static Element shares(
      QualityFigures.Row row, Element head, List<String> columns, Texts texts) {
    var cells = new Tables.Row(texts, PREFIX, columns).head(head);
    cells.number(row.declarations());
    cells.number(percent(row.figure(Measure.COMPLETE), texts));
    cells.number(percent(row.figure(Measure.ACCURATE), texts));
    cells.number(percent(row.figure(Measure.CONSISTENT), texts));
    cells.number(percent(row.figure(Measure.BEFORE_DISPATCH), texts));
    cells.number(percent(row.figure(Measure.BEFORE_ARRIVAL), texts));
    cells.number(decimal(row.figure(Measure.BEFORE_ARRIVAL).hours(), " h", texts.language()));
    cells.number(row.figure(Measure.BEFORE_ARRIVAL).unknown());
    cells.number(percent(row.figure(Measure.MATCHED), texts));
    return cells.row();
  }

  static Element failing(QualityFigures.Row total, Texts texts) {
    var rows = total.failing().stream().map(figure -> failing(figure, texts)).toList();
    return rows.isEmpty()
        ? classed("p", "empty").text(texts.get("quality.none-failing"))
        : Tables.table(texts.get("quality.failing"), Tables.head(texts, PREFIX, FAILING), rows);
  }

  private static Element failing(QualityFigures.Figure figure, Texts texts) {
    var language = texts.language();
    var name =
        el("span", Hints.name(figure.measure(), language))
            .text(" ")
            .add(el("small").add(el("code", figure.measure().pointer())));
    return new Tables.Row(texts, PREFIX, FAILING)
        .head(name)
        .text(Hints.name(figure.measure().dimension(), language))
        .number(figure.failed())
        .number(figure.told())
        .number(decimal(share(figure), " %", language))
        .text(Hints.hint(figure.measure(), language))
        .row()
        .attr("data-measure", figure.measure().key());
  }

  private static BigDecimal share(QualityFigures.Figure figure) {
    return BigDecimal.valueOf(100).subtract(figure.percent());
  }

  /** What each dimension and its sum are called, for who reads the report on paper. */
  static Element meanings(Texts texts) {
    var list = classed("dl", "facts");
    for (var dimension : Dimension.values()) {
      list.add(
          Tables.fact(
              Hints.name(dimension, texts.language()),
              texts.get("quality.meaning." + dimension.key())));
    }
    return list;
  }

  private static String column(Measure measure) {
    return switch (measure) {
      case COMPLETE -> "complete";
      case ACCURATE -> "accurate";
      case CONSISTENT -> "consistent";
      case BEFORE_DISPATCH -> "before-dispatch";
      case BEFORE_ARRIVAL -> "before-arrival";
      default -> "matched";
    };
  }

  private static String percent(QualityFigures.Figure figure, Texts texts) {
    return decimal(figure.percent(), " %", texts.language());
  }

  private static String decimal(BigDecimal number, String unit, Locale language) {
    if (number == null) {
      return "–";
    }
    var format = NumberFormat.getNumberInstance(language);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return format.format(number) + unit;
  }
}
