package org.chasqui.rule;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Gathers the problems that the rules find in one message. */
final class Findings {
  private final List<Problem> problems = new ArrayList<>();

  void add(ProblemCode code, String pointer, String found, String expected) {
    problems.add(Problem.of(code, new Location.AtPointer(pointer), found, expected));
  }

  /** A problem of which what was found is not told. */
  void add(ProblemCode code, Severity severity, String pointer, String expected) {
    problems.add(new Problem(code, severity, new Location.AtPointer(pointer), null, expected));
  }

  void addAll(List<Problem> others) {
    problems.addAll(others);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
