package org.chasqui.rule;

/**
 * One rule as it was applied to a declaration.
 *
 * @param rule reference of its text, see {@link RuleBook#texts()}
 * @param compared what was held against it, without personal data: {@code 40.00 USD}; or null
 * @param reason only when it was not evaluated
 * @param rate reference of the exchange rate that was used, or null
 */
public record AppliedRule(
    String rule, Outcome outcome, String compared, Reason reason, String rate) {

  /** One line: {@code reference|outcome|compared|reason|rate}, without cells that end empty. */
  public String text() {
    return Assessment.line(rule, outcome, compared, reason, rate);
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  public static AppliedRule parse(String line) {
    var cells = Assessment.cells(line, 5);
    return new AppliedRule(
        cells[0],
        Outcome.valueOf(cells[1]),
        cells[2],
        cells[3] == null ? null : Reason.valueOf(cells[3]),
        cells[4]);
  }
}
