package org.chasqui.codec;

import org.chasqui.message.Problem;

/** A problem as golden files hold it: severity, code, place, found, expected. */
public final class ProblemLine {
  private ProblemLine() {}

  /** The line, with its end. */
  public static String of(Problem problem) {
    var found = problem.found() == null ? "" : " found " + problem.found();
    var expected = problem.expected() == null ? "" : " expected " + problem.expected();
    return problem.severity()
        + " "
        + problem.code().code()
        + " "
        + problem.location().text()
        + found
        + expected
        + "\n";
  }
}
