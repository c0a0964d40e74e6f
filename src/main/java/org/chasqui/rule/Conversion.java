package org.chasqui.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.chasqui.profile.DatedRate;
import org.chasqui.profile.DatedRates;

/**
 * Holds declared values against amounts of rules, by given rates only.
 *
 * @param references of the rates
 */
record Conversion(DatedRates rates, Map<DatedRate, String> references) {

  /**
   * A value beside a limit.
   *
   * @param above null when it cannot be told
   * @param compared for people, or null
   */
  record Beside(Boolean above, String compared, Reason reason, String rate) {}

  /**
   * Compares.
   *
   * @param below true when the limit itself counts as above
   */
  Beside beside(
      DeclaredValue value, BigDecimal limit, boolean below, String currency, LocalDate day) {
    var converted = value.in(currency, day, rates);
    if (converted.amount() == null) {
      var declared = value.amount() == null ? null : text(value.amount(), value.currency());
      return new Beside(null, declared, converted.reason(), null);
    }
    int order = converted.amount().compareTo(limit);
    return new Beside(
        order > 0 || (below && order == 0),
        text(converted.amount(), currency),
        null,
        converted.rate() == null ? null : references.get(converted.rate()));
  }

  /**
   * A value in another currency.
   *
   * @param amount null when it cannot be told
   * @param compared for people, or null
   */
  record Converted(BigDecimal amount, String compared, Reason reason, String rate) {}

  Converted in(DeclaredValue value, String currency, LocalDate day) {
    var converted = value.in(currency, day, rates);
    return new Converted(
        converted.amount(),
        converted.amount() == null ? null : text(converted.amount(), currency),
        converted.reason(),
        converted.rate() == null ? null : references.get(converted.rate()));
  }

  private static String text(BigDecimal amount, String currency) {
    var plain = amount.scale() > 2 ? amount.stripTrailingZeros() : amount;
    return plain.toPlainString() + " " + currency;
  }
}
