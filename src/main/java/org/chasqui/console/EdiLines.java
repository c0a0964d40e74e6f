package org.chasqui.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.edifact.EdifactLexer;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Segment;
import org.chasqui.codec.edifact.ServiceCharacters;
import org.chasqui.message.Location;

/**
 * The segments of one message of an interchange, a line each, with the interchange's own head. Reads
 * the stream only as far as that message and holds no other.
 */
final class EdiLines implements EdifactLexer.Handler {
  private static final int MOST = 2_000;

  private final String wanted;
  private final List<Location.InEdifact> faults;
  private final List<Line> head = new ArrayList<>();
  private List<Line> message = new ArrayList<>();
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private String reference;
  private int position;
  private boolean hit;
  private boolean done;

  private EdiLines(String wanted, List<Location.InEdifact> faults) {
    this.wanted = wanted;
    this.faults = faults;
  }

  /**
   * Finds the message that names an item, or the first one that the faults are in.
   *
   * @param wanted item id; null for the first message
   */
  static List<Line> of(InputStream document, String wanted, List<Location.InEdifact> faults)
      throws IOException {
    var lines = new EdiLines(wanted, faults);
    EdifactLexer.lex(lines.new UntilDone(document), lines);
    var all = new ArrayList<>(lines.head);
    if (lines.hit) {
      all.addAll(lines.message);
    }
    return all;
  }

  @Override
  public void characters(ServiceCharacters found) {
    characters = found;
  }

  @Override
  public void fault(Fault fault) {
    done = true;
  }

  @Override
  public void segment(Segment segment) {
    if (done) {
      return;
    }
    var tag = segment.tag();
    if (tag.equals("UNH")) {
      message = new ArrayList<>();
      reference = segment.text(1);
      position = 0;
      hit = wanted == null || faults.stream().anyMatch(f -> f.messageReference() != null && f.messageReference().equals(reference));
    }
    position++;
    if (reference == null) {
      head.add(line(segment, 0));
    } else if (message.size() < MOST) {
      message.add(line(segment, tag.equals("UNH") || tag.equals("UNT") ? 0 : 1));
    }
    if (tag.equals("UNT")) {
      done = hit;
      reference = hit ? reference : "";
    }
  }

  private Line line(Segment segment, int depth) {
    var text = new StringBuilder(segment.tag());
    Line.Span mark = null;
    var fault = faultIn();
    for (int e = 1; e <= segment.elements(); e++) {
      text.append((char) characters.element());
      int from = text.length();
      for (int c = 1; c <= segment.components(e); c++) {
        text.append(c > 1 ? "" + (char) characters.component() : "");
        int start = text.length();
        text.append(escaped(segment.text(e, c)));
        hit |= wanted != null && wanted.equals(segment.text(e, c));
        if (fault != null && fault.element() == e && fault.component() == c) {
          mark = new Line.Span(start, text.length());
        }
      }
      if (fault != null && fault.element() == e && fault.component() == 0) {
        mark = new Line.Span(from, text.length());
      }
    }
    text.append((char) characters.terminator());
    return new Line(depth, text.toString(), Place.segment(reference, position), mark);
  }

  private Location.InEdifact faultIn() {
    return faults.stream()
        .filter(fault -> fault.element() > 0 && fault.segment() == position)
        .filter(fault -> fault.messageReference() == null || fault.messageReference().equals(reference))
        .findFirst()
        .orElse(null);
  }

  private String escaped(String component) {
    if (component == null) {
      return "";
    }
    var text = new StringBuilder();
    for (char c : component.toCharArray()) {
      boolean service =
          c == characters.component()
              || c == characters.element()
              || c == characters.terminator()
              || c == characters.release();
      text.append(service && c != ' ' ? "" + (char) characters.release() : "").append(c);
    }
    return text.toString();
  }

  /** Ends the stream once the message was found. */
  private final class UntilDone extends FilterInputStream {
    UntilDone(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return done ? -1 : super.read(buffer, offset, length);
    }
  }
}
