package org.chasqui.codec.edifact;

import java.util.ArrayList;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/** A list of faults that does not grow without end; the last one says that there were more. */
final class FaultList extends ArrayList<Fault> {
  private static final long serialVersionUID = 1;
  private static final int MOST = 100;

  @Override
  public boolean add(Fault fault) {
    if (size() == MOST - 1) {
      var more = "more than " + (MOST - 1) + " faults";
      Location at = fault.problem().location();
      return super.add(Fault.of(ProblemCode.TOO_LARGE, SyntaxError.UNSPECIFIED, at, more, "fewer"));
    }
    return size() < MOST && super.add(fault);
  }
}
