package org.chasqui.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.ledger.QualityCount;
import org.chasqui.quality.Measure;

/** Counts of one part, added up by operator, lane, day and measure. */
final class QualitySheet {
  private final Map<List<Object>, QualityCount> sums = new HashMap<>();

  void add(
      String operator,
      Lane lane,
      LocalDate day,
      Measure measure,
      long met,
      long failed,
      long unknown,
      long minutes) {
    sums.merge(
        List.of(operator, lane, day, measure),
        new QualityCount(
            operator,
            lane.origin(),
            lane.destination(),
            day,
            measure.key(),
            met,
            failed,
            unknown,
            minutes),
        QualitySheet::plus);
  }

  private static QualityCount plus(QualityCount one, QualityCount other) {
    return new QualityCount(
        one.operator(),
        one.origin(),
        one.destination(),
        one.day(),
        one.measure(),
        one.met() + other.met(),
        one.failed() + other.failed(),
        one.unknown() + other.unknown(),
        one.minutes() + other.minutes());
  }

  List<QualityCount> counts() {
    return new ArrayList<>(sums.values());
  }
}
