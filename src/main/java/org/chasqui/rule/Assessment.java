package org.chasqui.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chasqui.message.Problem;

/**
 * Which rules of which days assessed a declaration, in a form that is kept with it: later changes
 * of the configuration do not change the answer.
 *
 * @param administration party id of the administration of destination
 * @param received day of the receipt in its time zone
 * @param posted declared day of posting in its time zone, or null
 * @param problems of required fields that are missing; not kept, since problems are kept elsewhere
 */
public record Assessment(
    String administration,
    LocalDate received,
    LocalDate posted,
    List<AppliedRule> applied,
    List<Problem> problems) {
  private static final String FORM = "1";

  /**
   * One line a rule: {@code reference|outcome|compared|reason|rate}, below the line {@code
   * 1|administration|received|posted}.
   */
  public String text() {
    return Stream.concat(
            Stream.of(line(FORM, administration, received, posted)),
            applied.stream().map(AppliedRule::text))
        .collect(Collectors.joining("\n"));
  }

  static String line(Object... cells) {
    int last = cells.length;
    while (last > 0 && cells[last - 1] == null) {
      last--;
    }
    var line = new StringBuilder();
    for (int i = 0; i < last; i++) {
      line.append(i == 0 ? "" : "|").append(cells[i] == null ? "" : cells[i]);
    }
    return line.toString();
  }

  /**
   * Reads what {@link #text()} wrote.
   *
   * @throws IllegalArgumentException when it is of another form
   */
  public static Assessment parse(String text) {
    var lines = text.split("\n", -1);
    var head = cells(lines[0], 4);
    if (!FORM.equals(head[0])) {
      throw new IllegalArgumentException("an assessment of form " + head[0]);
    }
    var applied = new ArrayList<AppliedRule>();
    for (int i = 1; i < lines.length; i++) {
      applied.add(AppliedRule.parse(lines[i]));
    }
    return new Assessment(head[1], day(head[2]), day(head[3]), List.copyOf(applied), List.of());
  }

  private static LocalDate day(String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  static String[] cells(String line, int count) {
    var cells = new String[count];
    var found = line.split("\\|", count);
    for (int i = 0; i < found.length; i++) {
      cells[i] = found[i].isEmpty() ? null : found[i];
    }
    return cells;
  }
}
