package org.chasqui.ledger;

import java.time.Instant;

/**
 * A deadline, or the alarm that it became.
 *
 * @param subject item or dispatch
 * @param party who is to move
 * @param other who is told as well, or null
 * @param reference what it is about beside the subject: id of a referral, or null
 * @param detail type of the referral, event that is expected, number of items
 * @param messageId of the message that set it or, once raised, that raised it
 * @param due null when it waits for something else than a time
 * @param raisedAt null when it never was an alarm
 * @param endedAt null while it stands
 */
public record Alarm(
    long id,
    AlarmKind kind,
    String subject,
    String party,
    String other,
    String reference,
    String detail,
    long messageId,
    AlarmState state,
    Instant createdAt,
    Instant due,
    Instant raisedAt,
    Instant endedAt) {

  /** True for a party that it is for. */
  public boolean concerns(String who) {
    return party.equals(who) || who.equals(other);
  }

  /** True while something is awaited or wrong. */
  public boolean stands() {
    return state == AlarmState.AWAITED || state == AlarmState.RAISED;
  }
}
