package org.chasqui.codec.asycuda;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Place;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Rfc3339;
import org.chasqui.message.TransportLeg;

/**
 * The leg that brings a dispatch into the country, as far as its pre-advice tells.
 *
 * @param voyage flight or voyage, AN17 in upper case, or null
 * @param carrier code of the carrier as given, or null
 * @param mode of transport as given, or null
 * @param departs with offset, or null
 * @param arrives with offset, or null
 * @param from where the leg begins, or null
 * @param to where it ends, or null
 */
record Conveyance(
    String voyage,
    String carrier,
    String mode,
    OffsetDateTime departs,
    OffsetDateTime arrives,
    Place from,
    Place to) {
  private static final int VOYAGE = 17;
  private static final Conveyance UNKNOWN =
      new Conveyance(null, null, null, null, null, null, null);

  /** By the last leg. */
  static Conveyance of(DispatchPreadvice preadvice) {
    if (preadvice.legs().isEmpty()) {
      return UNKNOWN;
    }
    return of(preadvice.legs().getLast());
  }

  private static Conveyance of(TransportLeg leg) {
    var voyage = leg.conveyanceReference();
    return new Conveyance(
        voyage == null || voyage.length() > VOYAGE ? null : voyage.toUpperCase(Locale.ROOT),
        leg.carrierCode(),
        leg.modeCode(),
        time(leg.departsAt()),
        time(leg.arrivesAt()),
        leg.departure(),
        leg.arrival());
  }

  /** By the latest pre-advice among what was said of a dispatch. */
  static Conveyance of(List<RegionalMessage> earlier) {
    for (var message : earlier.reversed()) {
      if (message.data() instanceof DispatchPreadvice preadvice) {
        return of(preadvice);
      }
    }
    return UNKNOWN;
  }

  private static OffsetDateTime time(String text) {
    try {
      return text == null ? null : Rfc3339.parse(text);
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
