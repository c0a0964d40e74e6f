package org.chasqui.console.document;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chasqui.codec.edifact.EdifactLexer;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Segment;
import org.chasqui.codec.edifact.ServiceCharacters;
import org.chasqui.message.Location;

/**
 * The segments of an interchange that are about one item, a line each: the head of the interchange
 * and of the message, and the group of the item. Reads the stream only as far as that, and holds no
 * more.
 */
final class EdiLines implements EdifactLexer.Handler {
  private static final int MOST = 300;

  private final String wanted;
  private final List<Location.InEdifact> faults;
  private final List<Line> interchange = new ArrayList<>();
  private final List<Line> head = new ArrayList<>();
  private final List<String> headTags = new ArrayList<>();
  private final List<Line> group = new ArrayList<>();
  private ServiceCharacters characters = ServiceCharacters.DEFAULT;
  private String reference;
  private int position;
  private Anchor anchor;
  private boolean done;

  /** Where the id of the item stands: the next such segment with another id ends its group. */
  private record Anchor(String tag, int element, int component, int position) {}

  private EdiLines(String wanted, List<Location.InEdifact> faults) {
    this.wanted = wanted;
    this.faults = faults;
  }

  /**
   * Finds the group of segments that begins with the item's id.
   *
   * @param wanted item id; null for the beginning of the first message
   * @param faults places to mark
   */
  static List<Line> of(InputStream document, String wanted, List<Location.InEdifact> faults)
      throws IOException {
    var lines = new EdiLines(wanted, faults);
    EdifactLexer.lex(lines.new UntilDone(document), lines);
    return lines.all();
  }

  private List<Line> all() {
    var all = new ArrayList<>(interchange);
    if (wanted == null) {
      all.addAll(head);
    } else if (anchor != null) {
      int first = headTags.indexOf(anchor.tag());
      int cut = first < 0 ? head.size() : first;
      all.addAll(head.subList(0, cut));
      if (cut < anchor.position() - 1) {
        all.add(new Line(1, "⋮", ""));
      }
      all.addAll(group);
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
      begin(segment);
    }
    position++;
    if (reference == null) {
      keep(interchange, segment, 0);
    } else if (wanted == null) {
      keep(head, segment, tag.startsWith("UN") ? 0 : 1);
      done = tag.equals("UNT") || head.size() == MOST;
    } else {
      inMessage(segment, tag);
    }
  }

  private void begin(Segment segment) {
    head.clear();
    headTags.clear();
    reference = Objects.requireNonNullElse(segment.text(1), "");
    position = 0;
  }

  private void inMessage(Segment segment, String tag) {
    if (anchor == null) {
      anchor = anchor(segment);
    } else if (tag.equals("UNT") || endsGroup(segment)) {
      done = true;
      return;
    }
    if (anchor != null) {
      keep(group, segment, 1);
    } else if (head.size() < MOST) {
      keep(head, segment, tag.equals("UNH") ? 0 : 1);
      headTags.add(tag);
    }
  }

  private Anchor anchor(Segment segment) {
    for (int e = 1; e <= segment.elements(); e++) {
      for (int c = 1; c <= segment.components(e); c++) {
        if (segment.is(e, c, wanted)) {
          return new Anchor(segment.tag(), e, c, position);
        }
      }
    }
    return null;
  }

  private boolean endsGroup(Segment segment) {
    var id = segment.text(anchor.element(), anchor.component());
    return segment.tag().equals(anchor.tag())
        && id != null
        && id.length() == wanted.length()
        && !id.equals(wanted);
  }

  private void keep(List<Line> lines, Segment segment, int depth) {
    if (lines.size() < MOST) {
      lines.add(line(segment, depth));
    }
  }

  private Line line(Segment segment, int depth) {
    var text = new StringBuilder(segment.tag());
    Line.Span mark = null;
    var fault = faultHere();
    for (int e = 1; e <= segment.elements(); e++) {
      text.append((char) characters.element());
      int from = text.length();
      for (int c = 1; c <= segment.components(e); c++) {
        text.append(c > 1 ? "" + (char) characters.component() : "");
        int start = text.length();
        text.append(escaped(segment.text(e, c)));
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

  private Location.InEdifact faultHere() {
    return faults.stream()
        .filter(fault -> fault.element() > 0 && fault.segment() == position)
        .filter(fault -> Objects.equals(fault.messageReference(), reference))
        .findFirst()
        .orElse(null);
  }

  private String escaped(String component) {
    if (component == null) {
      return "";
    }
    var text = new StringBuilder();
    for (int i = 0; i < component.length(); i++) {
      char c = component.charAt(i);
      boolean service =
          c == characters.component()
              || c == characters.element()
              || c == characters.terminator()
              || c == characters.release();
      text.append(service && c != ' ' ? "" + (char) characters.release() : "").append(c);
    }
    return text.toString();
  }

  /** Ends the stream once the item was found. */
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
