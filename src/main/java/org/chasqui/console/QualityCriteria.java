package org.chasqui.console;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.chasqui.console.ItemCalls.BadParameter;
import org.chasqui.ledger.QualitySearch;

/**
 * Whose quality, on which lanes and days. Who may not see all is confined to its own.
 *
 * @param operator null for all
 * @param origin null for all
 * @param destination null for all
 */
record QualityCriteria(
    String operator, String origin, String destination, LocalDate from, LocalDate to) {
  private static final int DAYS = 30;
  private static final int MOST_DAYS = 366;

  /** From the query: the days given, else the month given, else the last 30 days. */
  static QualityCriteria of(Call call, LocalDate today) throws BadParameter {
    var month = month(call, null);
    var to = day(call, "to", month == null ? today : month.atEndOfMonth());
    var from = day(call, "from", month == null ? to.minusDays(DAYS - 1) : month.atDay(1));
    if (from.isAfter(to) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw new BadParameter("from", from.toString());
    }
    return new QualityCriteria(
        operator(call), country(call, "origin"), country(call, "destination"), from, to);
  }

  /** Of one month: the one given, else that of today. */
  static QualityCriteria ofMonth(Call call, LocalDate today) throws BadParameter {
    var month = month(call, YearMonth.from(today));
    return new QualityCriteria(
        operator(call),
        country(call, "origin"),
        country(call, "destination"),
        month.atDay(1),
        month.atEndOfMonth());
  }

  /** True when the caller asks for another party's figures without the right to see all. */
  static boolean isOfAnother(Call call) {
    var own = call.confinedTo();
    return own != null && call.query("operator").filter(o -> !o.equals(own)).isPresent();
  }

  /** What the answer tells apart, from the parameter {@code by}. */
  static Set<QualitySearch.By> by(Call call, Set<QualitySearch.By> otherwise) throws BadParameter {
    var given = call.query("by");
    if (given.isEmpty()) {
      return otherwise;
    }
    var by = EnumSet.noneOf(QualitySearch.By.class);
    for (var name : given.get().split(",")) {
      by.add(
          Arrays.stream(QualitySearch.By.values())
              .filter(value -> value.name().equalsIgnoreCase(name.trim()))
              .findFirst()
              .orElseThrow(() -> new BadParameter("by", name)));
    }
    return by;
  }

  QualitySearch search(Set<QualitySearch.By> by) {
    return new QualitySearch(operator, origin, destination, from, to, by);
  }

  private static String operator(Call call) {
    return call.confinedTo() == null ? call.query("operator").orElse(null) : call.confinedTo();
  }

  private static String country(Call call, String name) throws BadParameter {
    var given = call.query(name).map(c -> c.trim().toUpperCase(Locale.ROOT));
    if (given.isPresent() && !given.get().matches("[A-Z]{2}")) {
      throw new BadParameter(name, given.get());
    }
    return given.orElse(null);
  }

  private static LocalDate day(Call call, String name, LocalDate otherwise) throws BadParameter {
    var given = call.query(name);
    try {
      return given.isEmpty() ? otherwise : LocalDate.parse(given.get());
    } catch (DateTimeParseException e) {
      throw new BadParameter(name, given.get());
    }
  }

  private static YearMonth month(Call call, YearMonth otherwise) throws BadParameter {
    var given = call.query("month");
    try {
      return given.isEmpty() ? otherwise : YearMonth.parse(given.get());
    } catch (DateTimeParseException e) {
      throw new BadParameter("month", given.get());
    }
  }
}
