package org.chasqui.ledger;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which counts of quality are wanted; null stands for any.
 *
 * @param from first day
 * @param to last day
 * @param by what stands apart in the answer; all else is summed up
 */
public record QualitySearch(
    String operator, String origin, String destination, LocalDate from, LocalDate to, Set<By> by) {

  /** What counts can be told apart by, beside the measure. */
  public enum By {
    OPERATOR,
    LANE,
    DAY
  }
}
