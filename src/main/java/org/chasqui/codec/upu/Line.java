package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.edifact.EdifactWriter;

/**
 * A segment that is made before it is written, so that messages with the same ones share a head.
 */
record Line(String tag, List<List<String>> elements) {

  /** Takes elements of one component. */
  static Line of(String tag, String... elements) {
    var all = new ArrayList<List<String>>();
    for (var element : elements) {
      all.add(List.of(element == null ? "" : element));
    }
    return new Line(tag, all);
  }

  /** With an element more. */
  Line and(List<String> components) {
    elements.add(List.copyOf(components));
    return this;
  }

  /** With an element more, whose components may be null. */
  Line and(String... components) {
    var all = new ArrayList<String>();
    for (var component : components) {
      all.add(component == null ? "" : component);
    }
    return and(all);
  }

  void write(EdifactWriter writer) {
    writer.segment(tag);
    elements.forEach(writer::element);
    writer.end();
  }
}
