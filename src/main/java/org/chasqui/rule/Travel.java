package org.chasqui.rule;

import java.util.EnumSet;
import java.util.Set;
import org.chasqui.message.EventType;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/** Which tracking events say that an item has left its office of exchange (ours). */
public final class Travel {
  /** What may happen to an item that stays, is given back or goes back. */
  private static final Set<EventType> STAYS =
      EnumSet.of(
          EventType.ACCEPTED,
          EventType.ARRIVED_OUTWARD_OE,
          EventType.PRESENTED_TO_EXPORT_CUSTOMS,
          EventType.HELD_BY_EXPORT_CUSTOMS,
          EventType.RETURNED_FROM_EXPORT_CUSTOMS,
          EventType.HELD_AT_OUTWARD_OE,
          EventType.EXPORT_CANCELLED,
          EventType.RETURNED,
          EventType.OTHER);

  private Travel() {}

  /** True when it has happened and nobody could have told it of an item that was not loaded. */
  public static boolean isTold(TrackingEvent event) {
    return event.eventType() != null && isActual(event) && !STAYS.contains(event.eventType());
  }

  /** True for an event that has happened, not one that is planned. */
  public static boolean isActual(TrackingEvent event) {
    return event.timeType() == null || event.timeType() == TimeType.ACTUAL;
  }
}
