package org.chasqui.console;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.QualitySearch.By;
import org.chasqui.quality.Hints;

/** {@code /v1/quality}: the figures of quality as JSON and CSV. */
final class QualityCalls {
  private static final Set<By> BY_LANE = EnumSet.of(By.OPERATOR, By.LANE);

  private static final Object[] COLUMNS = {
    "operator",
    "origin",
    "destination",
    "day",
    "dimension",
    "measure",
    "pointer",
    "met",
    "failed",
    "unknown",
    "percent",
    "mean_margin_hours"
  };

  private final QualityFigures figures;
  private final Clock clock;

  QualityCalls(Ledger ledger, Clock clock) {
    this.figures = new QualityFigures(ledger);
    this.clock = clock;
  }

  record FigureView(
      String measure,
      String dimension,
      String pointer,
      long met,
      long failed,
      long unknown,
      String percent,
      String meanMarginHours) {}

  record RowView(
      String operator,
      String origin,
      String destination,
      String day,
      long declarations,
      List<FigureView> figures) {}

  record FailingView(
      String measure,
      String dimension,
      String pointer,
      String name,
      long failed,
      long of,
      String hint) {}

  record QualityView(
      String from, String to, String operator, List<RowView> rows, List<FailingView> failing) {}

  ApiResponse json(Call call) {
    return answer(
        call,
        (criteria, by) -> {
          var rows = figures.rows(criteria, by).stream().map(QualityCalls::view).toList();
          return Json.answer(
              200,
              new QualityView(
                  criteria.from().toString(),
                  criteria.to().toString(),
                  criteria.operator(),
                  rows,
                  failing(figures.total(criteria), call.language())));
        });
  }

  ApiResponse csv(Call call) {
    return answer(
        call,
        (criteria, by) ->
            ApiResponse.text(200, Csv.MEDIA_TYPE, table(figures.rows(criteria, by)).toString())
                .with(
                    "Content-Disposition",
                    "attachment; filename=\"quality-%s-%s.csv\""
                        .formatted(criteria.from(), criteria.to())));
  }

  /** What is made of criteria that are well formed and permitted. */
  private interface Answer {
    ApiResponse of(QualityCriteria criteria, Set<By> by);
  }

  private ApiResponse answer(Call call, Answer answer) {
    if (QualityCriteria.isOfAnother(call)) {
      return call.refuse(403, "error.party");
    }
    try {
      return answer.of(QualityCriteria.of(call, today()), QualityCriteria.by(call, BY_LANE));
    } catch (ItemCalls.BadParameter e) {
      return call.refuse(400, "error.parameter", e.name, e.value);
    }
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static Csv table(List<QualityFigures.Row> rows) {
    var csv = new Csv().line(COLUMNS);
    for (var row : rows) {
      for (var figure : row.figures().values()) {
        csv.line(
            row.operator(),
            row.origin(),
            row.destination(),
            row.day(),
            figure.measure().dimension().key(),
            figure.measure().key(),
            figure.measure().pointer(),
            figure.met(),
            figure.failed(),
            figure.unknown(),
            figure.percent(),
            figure.hours());
      }
    }
    return csv;
  }

  private static RowView view(QualityFigures.Row row) {
    return new RowView(
        row.operator(),
        row.origin(),
        row.destination(),
        text(row.day()),
        row.declarations(),
        row.figures().values().stream().map(QualityCalls::view).toList());
  }

  private static FigureView view(QualityFigures.Figure figure) {
    return new FigureView(
        figure.measure().key(),
        figure.measure().dimension().key(),
        figure.measure().pointer(),
        figure.met(),
        figure.failed(),
        figure.unknown(),
        text(figure.percent()),
        text(figure.hours()));
  }

  private static List<FailingView> failing(QualityFigures.Row total, Locale language) {
    return total.failing().stream()
        .map(
            figure ->
                new FailingView(
                    figure.measure().key(),
                    figure.measure().dimension().key(),
                    figure.measure().pointer(),
                    Hints.name(figure.measure(), language),
                    figure.failed(),
                    figure.told(),
                    Hints.hint(figure.measure(), language)))
        .toList();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }
}
