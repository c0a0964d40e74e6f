package org.chasqui.codec.edifact;

import java.util.List;

/**
 * What became of an interchange: all that CONTRL can say of it.
 *
 * @param head what UNB said
 * @param faults of the interchange as a whole
 * @param groups its functional groups: those with faults, and the first without; never more than
 *     {@link #MOST}
 * @param messages those with faults, and the first without; never more than {@link #MOST}
 * @param items how many items were read
 * @param lost how many of them cannot be used
 * @param used how many messages the others gave
 * @param whole true when UNZ was reached
 */
public record InterchangeReport(
    InterchangeHead head,
    List<Fault> faults,
    List<FunctionalGroup> groups,
    List<Message> messages,
    int items,
    int lost,
    int used,
    boolean whole) {

  /** Most messages that are listed. */
  public static final int MOST = 1_000;

  /**
   * What became of a functional group.
   *
   * @param number in the interchange, counted from 1
   * @param used how many messages its items gave
   * @param refused true when nothing of it can be used
   * @param faults of its own service segments
   */
  public record FunctionalGroup(
      GroupHead head, int number, int used, boolean refused, List<Fault> faults) {}

  /**
   * What became of a message.
   *
   * @param group number of the functional group that it stands in, 0 outside of one
   * @param position of its first segment in the interchange, counted from 1
   * @param items how many items were read
   * @param lost how many of them cannot be used
   * @param used how many messages the others gave
   * @param refused true when nothing of it can be used
   * @param own faults outside of its items
   * @param faults of the message and of its items, the first {@link #MOST}
   */
  public record Message(
      MessageHead head,
      int group,
      long position,
      int items,
      int lost,
      int used,
      boolean refused,
      List<Fault> own,
      List<Fault> faults) {}

  /** True when nothing of the interchange can be used. */
  public boolean refused() {
    return used == 0 && (items > 0 || faults.stream().anyMatch(Fault::isError));
  }
}
