package org.chasqui.codec.edifact;

import java.util.Set;
import java.util.function.Consumer;
import org.chasqui.message.ProblemCode;

/** Checks the elements of a segment against its definition and its use in a message. */
final class SegmentCheck {
  /** Longest code that is shown; what is longer is perhaps a name in the wrong place. */
  private static final int SHOWN = 6;

  private final MessageSegment placed;
  private final Segment segment;
  private final Use.Segments use;
  private final Consumer<Fault> faults;

  private SegmentCheck(MessageSegment placed, Use.Segments use, Consumer<Fault> faults) {
    this.placed = placed;
    this.segment = placed.segment();
    this.use = use;
    this.faults = faults;
  }

  static void check(MessageSegment segment, Use.Segments use, Consumer<Fault> faults) {
    new SegmentCheck(segment, use, faults).run();
  }

  private void run() {
    var elements = use.definition().elements();
    for (int e = 1; e <= elements.size(); e++) {
      element(e, elements.get(e - 1));
    }
    for (int e = elements.size() + 1; e <= segment.elements(); e++) {
      if (isFilled(e)) {
        excess(e, 0, "element " + e, "elements up to " + elements.size());
        break;
      }
    }
    qualifier();
  }

  private boolean isFilled(int element) {
    for (int c = 1; c <= segment.components(element); c++) {
      if (segment.length(element, c) > 0) {
        return true;
      }
    }
    return segment.repetitions(element) > 1;
  }

  private void element(int e, SegmentDefinition.Element element) {
    int components = segment.components(e);
    boolean filled = components > 0 && isFilled(e);
    if (!filled) {
      missing(e, element);
      return;
    }
    if (segment.repetitions(e) > 1) {
      excess(e, 0, segment.repetitions(e) + " repetitions", "one");
    }
    int defined = element.components().size();
    for (int c = 1; c <= defined; c++) {
      component(e, c, element.components().get(c - 1));
    }
    for (int c = defined + 1; c <= components; c++) {
      if (segment.length(e, c) > 0) {
        excess(e, c, "component " + c, "components up to " + defined);
        return;
      }
    }
  }

  private void missing(int e, SegmentDefinition.Element element) {
    if (!element.mandatory()) {
      return;
    }
    var components = element.components();
    for (int c = 1; components.size() > 1 && c <= components.size(); c++) {
      if (components.get(c - 1).mandatory()) {
        absent(e, c, components.get(c - 1).id());
        return;
      }
    }
    absent(e, 0, element.id());
  }

  private void absent(int e, int c, String id) {
    faults.accept(
        Fault.of(
            ProblemCode.ELEMENT_MISSING,
            SyntaxError.MISSING,
            placed.at(e, c),
            "nothing",
            "element " + id));
  }

  private void component(int e, int c, SegmentDefinition.Component component) {
    int length = segment.length(e, c);
    if (length == 0) {
      if (component.mandatory()) {
        absent(e, c, component.id());
      }
      return;
    }
    var error = component.format().check(segment, e, c, length);
    if (error != null) {
      var format = component.format().toString();
      var found = "length " + length;
      faults.accept(Fault.of(ProblemCode.ELEMENT_FORMAT, error, placed.at(e, c), found, format));
    } else if (!component.allowed().isEmpty()) {
      var value = segment.text(e, c);
      if (!component.allowed().contains(value)) {
        code(e, c, value, component.allowed(), true);
      }
    }
  }

  private void qualifier() {
    if (use.qualifier() == null || use.codes().isEmpty()) {
      return;
    }
    int e = use.qualifier().element();
    int c = use.qualifier().component();
    var value = use.code(segment) == null ? segment.text(e, c) : null;
    if (value != null && !use.codes().containsKey(value)) {
      code(e, c, value, use.codes().keySet(), !use.open());
    }
  }

  private void code(int e, int c, String value, Set<String> allowed, boolean refuse) {
    var found = value.length() <= SHOWN ? value : "length " + value.length();
    var expected = String.join(", ", allowed);
    faults.accept(
        refuse
            ? Fault.of(
                ProblemCode.CODE_VALUE, SyntaxError.INVALID_VALUE, placed.at(e, c), found, expected)
            : Fault.warning(
                ProblemCode.CODE_VALUE,
                SyntaxError.INVALID_VALUE,
                placed.at(e, c),
                found,
                expected));
  }

  private void excess(int e, int c, String found, String expected) {
    faults.accept(
        Fault.of(
            ProblemCode.ELEMENT_EXCESS,
            SyntaxError.TOO_MANY_CONSTITUENTS,
            placed.at(e, c),
            found,
            expected));
  }
}
