package org.chasqui.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.QualityCount;
import org.chasqui.ledger.QualitySearch;
import org.chasqui.quality.Measure;

/** The figures of quality as API, pages and files show them. */
final class QualityFigures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HOUR = BigDecimal.valueOf(60);

  private final Ledger ledger;

  QualityFigures(Ledger ledger) {
    this.ledger = ledger;
  }

  /** How one measure stands. What is not known counts for neither side. */
  record Figure(Measure measure, long met, long failed, long unknown, long minutes) {

    long told() {
      return met + failed;
    }

    /** Share of met in what is told, with one decimal, rounded down; null when nothing is told. */
    BigDecimal percent() {
      return told() == 0
          ? null
          : HUNDRED
              .multiply(BigDecimal.valueOf(met))
              .divide(BigDecimal.valueOf(told()), 1, RoundingMode.DOWN);
    }

    /** Mean margin in hours; null for what is no measure of time, or when nothing is told. */
    BigDecimal hours() {
      boolean time = measure == Measure.BEFORE_DISPATCH || measure == Measure.BEFORE_ARRIVAL;
      return !time || told() == 0
          ? null
          : BigDecimal.valueOf(minutes)
              .divide(HOUR.multiply(BigDecimal.valueOf(told())), 1, RoundingMode.HALF_UP);
    }
  }

  /** The figures of an operator, a lane, a day, or of what was asked for of these. */
  record Row(
      String operator,
      String origin,
      String destination,
      LocalDate day,
      Map<Measure, Figure> figures) {

    Figure figure(Measure measure) {
      return figures.getOrDefault(measure, new Figure(measure, 0, 0, 0, 0));
    }

    /** Declarations that were looked at. */
    long declarations() {
      return figure(Measure.COMPLETE).told();
    }

    /** Fields and doubts that failed, most failures first. */
    List<Figure> failing() {
      return figures.values().stream()
          .filter(figure -> figure.measure().isField() && figure.failed() > 0)
          .sorted(Comparator.comparingLong(Figure::failed).reversed())
          .toList();
    }
  }

  List<Row> rows(QualityCriteria criteria, Set<QualitySearch.By> by) {
    var rows = new LinkedHashMap<List<Object>, Row>();
    for (var count : ledger.quality(criteria.search(by))) {
      Measure.ofKey(count.measure())
          .ifPresent(
              measure ->
                  rows.computeIfAbsent(key(count), unused -> row(count))
                      .figures()
                      .put(measure, figure(measure, count)));
    }
    return List.copyOf(rows.values());
  }

  /** One row over all that the criteria choose. */
  Row total(QualityCriteria criteria) {
    var rows = rows(criteria, Set.of());
    return rows.isEmpty()
        ? new Row(null, null, null, null, new EnumMap<>(Measure.class))
        : rows.getFirst();
  }

  private static List<Object> key(QualityCount count) {
    var key = new ArrayList<>();
    key.add(count.operator());
    key.add(count.origin());
    key.add(count.destination());
    key.add(count.day());
    return key;
  }

  private static Row row(QualityCount count) {
    return new Row(
        count.operator(),
        count.origin(),
        count.destination(),
        count.day(),
        new EnumMap<>(Measure.class));
  }

  private static Figure figure(Measure measure, QualityCount count) {
    return new Figure(measure, count.met(), count.failed(), count.unknown(), count.minutes());
  }
}
