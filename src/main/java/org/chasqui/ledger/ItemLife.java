package org.chasqui.ledger;

import java.util.List;

/**
 * What one part of an interpretation says of items beside its messages.
 *
 * @param carried the items of its pre-advices
 * @param mentions items that its messages are about beside the one that they are filed under
 * @param alarms what it changes about deadlines and alarms
 */
public record ItemLife(
    List<DispatchItem> carried, List<Mention> mentions, List<AlarmChange> alarms) {
  /** Nothing. */
  public static final ItemLife NONE = new ItemLife(List.of(), List.of(), List.of());

  /** An item that a message is about too. */
  public record Mention(String item, long messageId) {}
}
