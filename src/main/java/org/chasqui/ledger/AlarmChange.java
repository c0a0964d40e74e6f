package org.chasqui.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a recorded message changes about deadlines and alarms; in the order of the messages. */
public sealed interface AlarmChange {

  /** A deadline is set. */
  record Await(NewAlarm alarm) implements AlarmChange {}

  /** An alarm at once; one that stands already takes over the detail. */
  record Raise(NewAlarm alarm) implements AlarmChange {}

  /**
   * What was awaited has come, or is awaited no longer.
   *
   * @param subject item, receptacle or dispatch; an event of an item counts for its dispatch too
   * @param kinds that it ends
   * @param mover only those that this party is to meet; null for any
   * @param concerning only those between this party and another; null for any
   * @param reference null for any
   * @param details null for any
   */
  record End(
      String subject,
      Set<AlarmKind> kinds,
      String mover,
      String concerning,
      String reference,
      Set<String> details)
      implements AlarmChange {
    boolean fits(Alarm alarm) {
      return kinds.contains(alarm.kind())
          && (mover == null || mover.equals(alarm.party()))
          && (concerning == null || alarm.concerns(concerning))
          && (reference == null || reference.equals(alarm.reference()))
          && (details == null || details.contains(alarm.detail()));
    }
  }

  /**
   * A post has answered referrals: they are no longer due, and customs are to move.
   *
   * @param reference of the referral; null for all of these types
   * @param types of referral
   */
  record Answered(String subject, String post, String reference, Set<String> types)
      implements AlarmChange {}

  /**
   * An item, or all of a receptacle or dispatch, travels.
   *
   * @param by who says so
   */
  record Moved(String subject, String by, long messageId) implements AlarmChange {}

  /**
   * A post has declared items, which may stand undeclared in its dispatches.
   *
   * @param countryOf of a party by its id, null for an unknown one: what goes back to the country
   *     of who declared it counts as declared
   */
  record Declared(List<String> items, String by, UnaryOperator<String> countryOf)
      implements AlarmChange {}
}
