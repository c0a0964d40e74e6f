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

  /** What happens at the end where an item arrives. */
  private static final Set<EventType> INWARD =
      EnumSet.of(
          EventType.ARRIVED_INWARD_OE,
          EventType.HELD_AT_INWARD_OE,
          EventType.PRESENTED_TO_IMPORT_CUSTOMS,
          EventType.HELD_BY_IMPORT_CUSTOMS,
          EventType.RETURNED_FROM_IMPORT_CUSTOMS,
          EventType.IMPORT_TERMINATED,
          EventType.DEPARTED_INWARD_OE);

  private static final int COUNTRY = 2;

  private Travel() {}

  /** True when it tells of an arrival in another country: that is none in this one. */
  public static boolean isOfAnother(TrackingEvent event, String countryCode) {
    var place = event.location();
    if (place == null || !INWARD.contains(event.eventType())) {
      return false;
    }
    var impc = place.impcCode();
    var country =
        impc != null && impc.length() > COUNTRY ? impc.substring(0, COUNTRY) : place.countryCode();
    return country != null && !country.equals(countryCode);
  }

  /** True when it has happened and nobody could have told it of an item that was not loaded. */
  public static boolean isTold(TrackingEvent event) {
    return event.eventType() != null && isActual(event) && !STAYS.contains(event.eventType());
  }

  /** True for an event that has happened, not one that is planned. */
  public static boolean isActual(TrackingEvent event) {
    return event.timeType() == null || event.timeType() == TimeType.ACTUAL;
  }
}
