package org.chasqui.sandbox;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads of an interchange what a post counts: the items it declares and the items it was told of.
 * Does not use the gateway's own reader, so that a fault there cannot hide a loss here.
 */
final class EdiScan {
  /** UN 7365 codes after which the gateway's guide expects no further decision. */
  private static final Set<String> ENDS = Set.of("4", "8", "10", "25", "2", "3", "14");

  private final String text;
  private final char element;
  private final char release;
  private final char terminator;

  /**
   * Starts on a document.
   *
   * @param text one character for each byte is enough: item ids are plain ASCII
   */
  EdiScan(String text) {
    boolean una = text.startsWith("UNA") && text.length() > 8;
    this.text = text;
    this.element = una ? text.charAt(4) : '+';
    this.release = una ? text.charAt(6) : '?';
    this.terminator = una ? text.charAt(8) : '\'';
  }

  /** What a CUSRSP tells of an item. */
  interface Told {
    void item(String itemId, boolean ends);
  }

  /** Item ids of ITMATT and CUSITM: the second element of CNI. */
  void declared(Consumer<String> items) {
    segments(
        segment -> {
          if (starts(segment, "CNI")) {
            items.accept(element(segment, 2));
          }
        });
  }

  /** Item ids of CUSRSP: DOC of type 976, with the first GIS after it. */
  void told(Told told) {
    var open = new String[1];
    segments(
        segment -> {
          if (starts(segment, "DOC") && element(segment, 1).equals("976")) {
            open[0] = element(segment, 2);
          } else if (open[0] != null && starts(segment, "GIS")) {
            told.item(open[0], ENDS.contains(element(segment, 1)));
            open[0] = null;
          }
        });
  }

  private boolean starts(String segment, String tag) {
    return segment.startsWith(tag) && segment.length() > 3 && segment.charAt(3) == element;
  }

  private void segments(Consumer<String> each) {
    int start = text.startsWith("UNA") ? Math.min(9, text.length()) : 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == release) {
        at++;
      } else if (c == terminator) {
        each.accept(text.substring(start, at).stripLeading());
        start = at + 1;
      }
    }
  }

  /** First component of an element, counted from 1. */
  private String element(String segment, int number) {
    int start = 0;
    for (int i = 0; i < number; i++) {
      int next = segment.indexOf(element, start);
      if (next < 0) {
        return "";
      }
      start = next + 1;
    }
    int end = start;
    while (end < segment.length() && segment.charAt(end) != element && segment.charAt(end) != ':') {
      end++;
    }
    return segment.substring(start, end);
  }
}
