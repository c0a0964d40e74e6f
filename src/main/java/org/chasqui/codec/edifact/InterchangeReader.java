package org.chasqui.codec.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.ProblemCode;

/**
 * Reads an interchange: checks its service segments, counts and references, reads its messages by
 * their definitions and hands on one item after another.
 */
public final class InterchangeReader implements EdifactLexer.Handler {

  /**
   * One item.
   *
   * @param header segments of the message before the items
   * @param group segments of the item
   * @param faults what was found; the taker may add to it
   */
  public record Item(
      InterchangeHead interchange,
      MessageHead message,
      MessageDefinition definition,
      Group header,
      Group group,
      List<Fault> faults) {

    /** True when it cannot be used. */
    public boolean lost() {
      return faults.stream().anyMatch(Fault::isError);
    }
  }

  /** Takes the items and the end. */
  public interface Sink {
    /** One item, read well or badly. */
    void item(Item item);

    /** The end, once. */
    void end(InterchangeReport report);
  }

  private enum State {
    READING,
    REFUSED,
    CLOSED
  }

  private final Definitions definitions;
  private final Sink sink;
  private final FaultList faults = new FaultList();
  private final List<InterchangeReport.Message> messages = new ArrayList<>();
  private InterchangeHead head = InterchangeHead.NONE;
  private State state = State.READING;
  private boolean trailing;
  private OpenMessage message;
  private String group;
  private boolean inGroup;
  private int groups;
  private int messagesInGroup;
  private int messageCount;
  private int items;
  private int lost;

  private InterchangeReader(Definitions definitions, Sink sink) {
    this.definitions = definitions;
    this.sink = sink;
  }

  /** Reads a document to its end. */
  public static void read(InputStream document, Definitions definitions, Sink sink)
      throws IOException {
    var reader = new InterchangeReader(definitions, sink);
    EdifactLexer.lex(document, reader);
    reader.finish();
  }

  @Override
  public void fault(Fault fault) {
    faults.add(fault);
    state = State.REFUSED;
  }

  @Override
  public void segment(Segment segment) {
    if (state != State.READING) {
      afterEnd(segment);
    } else if (segment.number() == 1) {
      begin(segment);
    } else {
      switch (segment.tag()) {
        case "UNH" -> beginMessage(segment);
        case "UNT" -> endMessage(segment);
        case "UNG" -> beginGroup(segment);
        case "UNE" -> endGroup(segment);
        case "UNZ" -> end(segment);
        default -> inside(segment);
      }
    }
  }

  // ---- interchange ----------------------------------------------------------------------------

  private void begin(Segment unb) {
    if (!unb.tag().equals("UNB") || unb.state() != Segment.State.WHOLE) {
      add(unb, 0, ProblemCode.ENVELOPE, SyntaxError.SERVICE_SEGMENT, "no whole UNB", "UNB");
      state = State.REFUSED;
      return;
    }
    head = InterchangeHead.of(unb);
    need(unb, 2, "sender (0004)");
    need(unb, 3, "recipient (0010)");
    need(unb, 4, "date and time (0017, 0019)");
    need(unb, 5, "reference (0020)");
  }

  private void end(Segment unz) {
    if (message != null) {
      breakOff(unz);
    }
    if (inGroup) {
      add(unz, 0, ProblemCode.SEGMENT_MISSING, SyntaxError.MISSING, "UNZ", "UNE");
    }
    int counted = groups > 0 ? groups : messageCount;
    checkTrailer(unz, counted, groups > 0 ? " groups" : " messages", head.reference());
    if (counted == 0) {
      add(unz, 0, ProblemCode.ENVELOPE, SyntaxError.LOWER_LEVEL_EMPTY, "no message", "messages");
    }
    state = State.CLOSED;
  }

  private void afterEnd(Segment segment) {
    if (state == State.CLOSED && !trailing) {
      trailing = true;
      var expected = "one interchange a document";
      add(
          segment,
          0,
          ProblemCode.ENVELOPE,
          SyntaxError.INVALID_OUTSIDE_MESSAGE,
          "more after UNZ",
          expected);
    }
  }

  private void finish() {
    if (state == State.READING) {
      Location at = message == null ? Location.WHOLE : message.last();
      var fault =
          Fault.of(
              ProblemCode.TRUNCATED, SyntaxError.MISSING, at, "end of the document", "UNT and UNZ");
      if (message == null) {
        faults.add(fault);
      } else {
        message.abort(fault);
        close();
      }
    }
    boolean whole = state == State.CLOSED;
    sink.end(
        new InterchangeReport(
            head, List.copyOf(faults), List.copyOf(messages), items, lost, whole));
  }

  // ---- groups and messages --------------------------------------------------------------------

  private void beginGroup(Segment ung) {
    if (message != null) {
      breakOff(ung);
    }
    if (inGroup || (messageCount > 0 && groups == 0)) {
      var error = SyntaxError.GROUPS_AND_MESSAGES_MIXED;
      add(ung, 0, ProblemCode.ENVELOPE, error, "UNG", "UNE before it, or no group at all");
    }
    need(ung, 5, "group reference (0048)");
    group = ung.text(5, 1);
    inGroup = true;
    groups++;
    messagesInGroup = 0;
  }

  private void endGroup(Segment une) {
    if (message != null) {
      breakOff(une);
    }
    if (!inGroup) {
      add(une, 0, ProblemCode.SEGMENT_UNEXPECTED, SyntaxError.SERVICE_SEGMENT, "UNE", "UNG");
      return;
    }
    checkTrailer(une, messagesInGroup, " messages", group);
    inGroup = false;
    group = null;
  }

  private void beginMessage(Segment unh) {
    if (message != null) {
      breakOff(unh);
    }
    if (groups > 0 && !inGroup) {
      var error = SyntaxError.GROUPS_AND_MESSAGES_MIXED;
      add(unh, 0, ProblemCode.ENVELOPE, error, "UNH outside of a group", "UNG or UNZ");
    }
    messageCount++;
    messagesInGroup++;
    message = new OpenMessage(head, unh, group, sink);
    message.begin(new MessageSegment(unh, unh.text(1, 1), 1), definitions);
  }

  private void endMessage(Segment unt) {
    if (message == null) {
      add(unt, 0, ProblemCode.SEGMENT_UNEXPECTED, SyntaxError.SERVICE_SEGMENT, "UNT", "UNH");
      return;
    }
    message.end(unt);
    close();
  }

  private void inside(Segment segment) {
    if (message != null) {
      message.segment(segment);
    } else {
      var error = SyntaxError.INVALID_OUTSIDE_MESSAGE;
      add(segment, 0, ProblemCode.SEGMENT_UNEXPECTED, error, "a segment", "UNH, UNG or UNZ");
    }
  }

  private void breakOff(Segment at) {
    message.abort(
        Fault.of(
            ProblemCode.SEGMENT_MISSING, SyntaxError.MISSING, message.last(), at.tag(), "UNT"));
    close();
  }

  private void close() {
    var report = message.report();
    message = null;
    items += report.items();
    lost += report.lost();
    int room = report.faults().isEmpty() ? InterchangeReport.MOST / 2 : InterchangeReport.MOST;
    if (messages.size() < room) {
      messages.add(report);
    }
  }

  // ---- checks ---------------------------------------------------------------------------------

  private void need(Segment segment, int element, String what) {
    if (segment.text(element, 1) == null) {
      add(segment, element, ProblemCode.ELEMENT_MISSING, SyntaxError.MISSING, "nothing", what);
    }
  }

  private void checkTrailer(Segment trailer, int counted, String what, String reference) {
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

  private void add(
      Segment segment,
      int element,
      ProblemCode code,
      SyntaxError error,
      String found,
      String expected) {
    int position = (int) Math.min(segment.number(), Integer.MAX_VALUE);
    var tag = Tags.shown(segment.tag());
    var location = new Location.InEdifact(null, position, tag, element, 0);
    faults.add(Fault.of(code, error, location, found, expected));
  }
}
