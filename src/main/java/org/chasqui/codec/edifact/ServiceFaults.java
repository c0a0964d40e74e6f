package org.chasqui.codec.edifact;

import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/** Checks service segments that stand outside of messages and keeps what is wrong with them. */
final class ServiceFaults {
  private final FaultList faults = new FaultList();

  List<Fault> all() {
    return faults;
  }

  void add(Fault fault) {
    faults.add(fault);
  }

  /** A fault of an element of a segment; element 0 is the whole. */
  void add(
      Segment segment,
      int element,
      ProblemCode code,
      SyntaxError error,
      String found,
      String expected) {
    var tag = Tags.shown(segment.tag());
    faults.add(Fault.of(code, error, at(segment, tag, element), found, expected));
  }

  /** Another segment stands where the trailer should have come. */
  void missing(Segment found, String trailer) {
    faults.add(
        Fault.of(
            ProblemCode.SEGMENT_MISSING,
            SyntaxError.MISSING,
            at(found, null, 0),
            found.tag(),
            trailer));
  }

  void need(Segment segment, int element, String what) {
    if (segment.text(element, 1) == null) {
      add(segment, element, ProblemCode.ELEMENT_MISSING, SyntaxError.MISSING, "nothing", what);
    }
  }

  /** Checks the count and the reference of a trailer. */
  void trailer(Segment trailer, int counted, String what, String reference) {
    var count = trailer.text(1, 1);
    if (!String.valueOf(counted).equals(OpenMessage.plain(count))) {
      var found = count == null ? "nothing" : count;
      add(trailer, 1, ProblemCode.ENVELOPE, SyntaxError.COUNT_DIFFERS, found, counted + what);
    }
    var given = trailer.text(2, 1);
    if (reference != null && !reference.equals(given)) {
      var found = given == null ? "nothing" : given;
      add(trailer, 2, ProblemCode.ENVELOPE, SyntaxError.REFERENCES_DIFFER, found, reference);
    }
  }

  private static Location at(Segment segment, String tag, int element) {
    int position = (int) Math.min(segment.number(), Integer.MAX_VALUE);
    return new Location.InEdifact(null, position, tag, element, 0);
  }
}
