package org.chasqui.codec.edifact;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
   * @param group segments of the item; those of the header when the message is one item, of which
   *     there may then be none
   * @param faults what was found; the taker may add to it
   * @param origin where it stands
   */
  public record Item(
      InterchangeHead interchange,
      MessageHead message,
      MessageDefinition definition,
      Group header,
      Group group,
      List<Fault> faults,
      ItemOrigin origin) {

    /** True when it cannot be used. */
    public boolean lost() {
      for (var fault : faults) {
        if (fault.isError()) {
          return true;
        }
      }
      return false;
    }
  }

  /** Takes the items and the end. */
  public interface Sink {
    /**
     * One item, read well or badly.
     *
     * @return how many messages it gives; none when it is lost
     */
    int item(Item item);

    /** The end, once. */
    void end(InterchangeReport report);
  }

  private enum State {
    READING,
    REFUSED,
    CLOSED
  }

  /** References beyond are not remembered, so that memory does not grow with the document. */
  private static final int MOST_REFERENCES = 100_000;

  private final Definitions definitions;
  private final Sink sink;
  private final ServiceFaults faults = new ServiceFaults();
  private final List<InterchangeReport.FunctionalGroup> told = new ArrayList<>();
  private final Set<String> references = new HashSet<>();
  private final List<InterchangeReport.Message> messages = new ArrayList<>();
  private InterchangeHead head = InterchangeHead.NONE;
  private State state = State.READING;
  private boolean trailing;
  private OpenMessage message;
  private OpenGroup group;
  private int groups;
  private int messageCount;
  private int items;
  private int lost;
  private int used;

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
      faults.add(unb, 0, ProblemCode.ENVELOPE, SyntaxError.SERVICE_SEGMENT, "no whole UNB", "UNB");
      state = State.REFUSED;
      return;
    }
    head = InterchangeHead.of(unb);
    faults.need(unb, 2, "sender (0004)");
    faults.need(unb, 3, "recipient (0010)");
    faults.need(unb, 4, "date and time (0017, 0019)");
    faults.need(unb, 5, "reference (0020)");
  }

  private void end(Segment unz) {
    if (message != null) {
      breakOff(unz);
    }
    if (group != null) {
      group.breakOff(unz);
      closeGroup();
    }
    int counted = groups > 0 ? groups : messageCount;
    faults.trailer(unz, counted, groups > 0 ? " groups" : " messages", head.reference());
    if (counted == 0) {
      faults.add(
          unz, 0, ProblemCode.ENVELOPE, SyntaxError.LOWER_LEVEL_EMPTY, "no message", "messages");
    }
    state = State.CLOSED;
  }

  private void afterEnd(Segment segment) {
    if (state == State.CLOSED && !trailing) {
      trailing = true;
      var expected = "one interchange a document";
      var error = SyntaxError.INVALID_OUTSIDE_MESSAGE;
      faults.add(segment, 0, ProblemCode.ENVELOPE, error, "more after UNZ", expected);
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
    if (group != null) {
      closeGroup();
    }
    boolean whole = state == State.CLOSED;
    var all = List.copyOf(faults.all());
    sink.end(
        new InterchangeReport(
            head, all, List.copyOf(told), List.copyOf(messages), items, lost, used, whole));
  }

  // ---- groups and messages --------------------------------------------------------------------

  private void beginGroup(Segment ung) {
    if (message != null) {
      breakOff(ung);
    }
    if (group != null) {
      group.breakOff(ung);
      closeGroup();
    }
    if (messageCount > 0 && groups == 0) {
      var error = SyntaxError.GROUPS_AND_MESSAGES_MIXED;
      faults.add(ung, 0, ProblemCode.ENVELOPE, error, "UNG", "no group at all");
    }
    groups++;
    group = new OpenGroup(ung, groups);
    references.clear();
  }

  private void endGroup(Segment une) {
    if (message != null) {
      breakOff(une);
    }
    if (group == null) {
      var error = SyntaxError.SERVICE_SEGMENT;
      faults.add(une, 0, ProblemCode.SEGMENT_UNEXPECTED, error, "UNE", "UNG");
      return;
    }
    group.end(une);
    closeGroup();
  }

  private void closeGroup() {
    if (told.size() < room(group.isFaulty())) {
      told.add(group.report());
    }
    group = null;
  }

  private void beginMessage(Segment unh) {
    if (message != null) {
      breakOff(unh);
    }
    if (groups > 0 && group == null) {
      var error = SyntaxError.GROUPS_AND_MESSAGES_MIXED;
      faults.add(unh, 0, ProblemCode.ENVELOPE, error, "UNH outside of a group", "UNG or UNZ");
    }
    messageCount++;
    message = new OpenMessage(head, unh, group == null ? 0 : group.number(), sink);
    var placed = new MessageSegment(unh, unh.text(1, 1), 1);
    message.begin(placed, definitions);
    if (isRepeated(unh.text(1, 1))) {
      message.refuseRepeated(placed);
    }
  }

  private boolean isRepeated(String reference) {
    if (reference == null || references.contains(reference)) {
      return reference != null;
    }
    if (references.size() < MOST_REFERENCES) {
      references.add(reference);
    }
    return false;
  }

  private void endMessage(Segment unt) {
    if (message == null) {
      faults.add(unt, 0, ProblemCode.SEGMENT_UNEXPECTED, SyntaxError.SERVICE_SEGMENT, "UNT", "UNH");
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
      faults.add(segment, 0, ProblemCode.SEGMENT_UNEXPECTED, error, "a segment", "UNH, UNG or UNZ");
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
    used += report.used();
    if (group != null) {
      group.add(report);
    }
    if (messages.size() < room(!report.faults().isEmpty())) {
      messages.add(report);
    }
  }

  /** Room is left for what has faults. */
  private static int room(boolean faulty) {
    return faulty ? InterchangeReport.MOST : InterchangeReport.MOST / 2;
  }
}
