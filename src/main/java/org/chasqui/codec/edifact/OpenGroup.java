package org.chasqui.codec.edifact;

import java.util.List;
import org.chasqui.message.ProblemCode;

/**
 * The functional group that is being read: its head, its faults and what became of its messages.
 */
final class OpenGroup {
  private final GroupHead head;
  private final int number;
  private final ServiceFaults faults = new ServiceFaults();
  private int messages;
  private int refused;
  private int used;
  private boolean faulty;

  OpenGroup(Segment ung, int number) {
    this.head = GroupHead.of(ung);
    this.number = number;
    faults.need(ung, 5, "group reference (0048)");
  }

  int number() {
    return number;
  }

  /** Counts a message that ended in it. */
  void add(InterchangeReport.Message message) {
    messages++;
    refused += message.refused() ? 1 : 0;
    used += message.used();
    faulty |= !message.faults().isEmpty();
  }

  /** Ends with UNE. */
  void end(Segment une) {
    faults.trailer(une, messages, " messages", head.reference());
    if (messages == 0) {
      faults.add(
          une,
          0,
          ProblemCode.ENVELOPE,
          SyntaxError.LOWER_LEVEL_EMPTY,
          "no message",
          "messages in the group");
    }
  }

  /** Ends at another segment, without UNE. */
  void breakOff(Segment at) {
    faults.missing(at, "UNE");
  }

  /** True when there is something to tell of it. */
  boolean isFaulty() {
    return faulty || !faults.all().isEmpty();
  }

  InterchangeReport.FunctionalGroup report() {
    boolean nothing = messages == 0 && faults.all().stream().anyMatch(Fault::isError);
    return new InterchangeReport.FunctionalGroup(
        head,
        number,
        used,
        nothing || (messages > 0 && messages == refused),
        List.copyOf(faults.all()));
  }
}
