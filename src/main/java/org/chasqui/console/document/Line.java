package org.chasqui.console.document;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a document as it is shown.
 *
 * @param depth of nesting, for the indent
 * @param place what a problem's location is compared with: a JSON pointer, an XPath with every
 *     index, or an EDIFACT segment
 * @param mark the part of the text that a problem is about, or null
 */
public record Line(int depth, String text, String place, Span mark) {

  /** From inclusive to exclusive. */
  public record Span(int from, int to) {}

  /** A line without a mark. */
  public Line(int depth, String text, String place) {
    this(depth, text, place, null);
  }

  /** The part of a long document around the item that is looked at. */
  static List<Line> around(List<Line> lines, String itemId, int before, int after) {
    if (lines.size() <= before + after) {
      return lines;
    }
    int hit = 0;
    while (hit < lines.size() && !lines.get(hit).text().contains(itemId)) {
      hit++;
    }
    int from = hit == lines.size() ? 0 : Math.max(0, hit - before);
    int to = Math.min(lines.size(), from + before + after);
    var part = new ArrayList<Line>();
    if (from > 0) {
      part.add(new Line(0, "⋮ " + from, ""));
    }
    part.addAll(lines.subList(from, to));
    if (to < lines.size()) {
      part.add(new Line(0, "⋮ " + (lines.size() - to), ""));
    }
    return part;
  }
}
