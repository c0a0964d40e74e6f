package org.chasqui.codec.edifact;

import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** A fault of an interchange: the problem for people and the code that CONTRL has for it. */
public record Fault(Problem problem, SyntaxError error) {

  /** With the usual severity of the code. */
  public static Fault of(
      ProblemCode code, SyntaxError error, Location location, String found, String expected) {
    return new Fault(Problem.of(code, location, found, expected), error);
  }

  /** That does not stop the message. */
  public static Fault warning(
      ProblemCode code, SyntaxError error, Location location, String found, String expected) {
    return new Fault(new Problem(code, Severity.WARNING, location, found, expected), error);
  }

  /** True when it stops what it stands in. */
  public boolean isError() {
    return problem.isError();
  }
}
