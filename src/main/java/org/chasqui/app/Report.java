package org.chasqui.app;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chasqui.message.Problem;
import org.chasqui.message.Severity;

/** Prints problems, a line each: severity, code, location, text; and counts them. */
final class Report {
  private final PrintWriter out;
  private final Locale language;
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);

  Report(PrintWriter out, Locale language) {
    this.out = out;
    this.language = language;
  }

  /** Problems of an item, or of the whole document when {@code key} is null. */
  void add(String key, List<Problem> problems) {
    problems.forEach(problem -> add(key, problem));
  }

  private void add(String key, Problem problem) {
    counts.merge(problem.severity(), 1, Integer::sum);
    var place = problem.location().text();
    out.printf(
        "%-7s  %s  %s  %s%n",
        problem.severity(),
        problem.code().code(),
        key == null ? place : key + " " + place,
        problem.text(language));
  }

  int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  boolean hasErrors() {
    return count(Severity.ERROR) > 0;
  }

  void flush() {
    out.flush();
  }
}
