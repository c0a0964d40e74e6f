package org.chasqui.codec.upu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.EventType;

/**
 * The event codes of EMSEVT and the regional event that each stands for, from {@code
 * config/codelists/emsevt-events.csv} (wco-and-canonical-model §6.5).
 */
public final class EventCodes {
  /** The list that a code of EMSEVT belongs to. */
  public static final String LIST = "UPU:M40:EMSEVT";

  /** The lists of reasons; their names are ours. */
  private static final String RETENTION = "UPU:CL-RETENTION";

  /** Reasons why an item was not delivered or goes back. */
  public static final String NON_DELIVERY = "UPU:CL-NON-DELIVERY";

  /** The measure of an attempted delivery after which the item goes back. */
  static final String RETURNED_TO_SENDER = "E";

  private static final Map<String, EventType> EVENTS = load();
  private static final Map<EventType, String> CODES = codes();
  private static final int LENGTH = 3;
  private static final int IMPC = 6;

  private EventCodes() {}

  /** True for a code of the form of an IMPC code: what else a post calls its office is its own. */
  public static boolean isImpc(String place) {
    return Forms.letters(place, IMPC);
  }

  /** The zone of a place; empty when it is no IMPC code or none that is known. */
  public static Optional<ZoneId> zone(String place) {
    return isImpc(place) ? ImpcZones.builtIn().zone(place) : Optional.empty();
  }

  /** The event of a code; empty when it has none of its own. */
  public static Optional<EventType> event(String code) {
    return Optional.ofNullable(code == null ? null : EVENTS.get(code));
  }

  /** The code of an event; empty when EMSEVT has none for it. */
  static Optional<String> code(EventType event) {
    return Optional.ofNullable(CODES.get(event));
  }

  /** True for a code of the form that EMSEVT has: three capital letters beginning with E. */
  static boolean isCode(String code) {
    return Forms.letters(code, LENGTH) && code.charAt(0) == 'E';
  }

  /**
   * The event of a code and the measure that was taken: an attempted delivery after which the item
   * is returned to the sender is its return. That it is so read is ours.
   */
  public static Optional<EventType> event(String code, String action) {
    return event(code)
        .map(
            event ->
                event == EventType.DELIVERY_ATTEMPTED && RETURNED_TO_SENDER.equals(action)
                    ? EventType.RETURNED
                    : event);
  }

  /** True for events that are nothing without a reason. */
  public static boolean needsReason(EventType event) {
    return event == EventType.RETURNED
        || event == EventType.HELD_BY_IMPORT_CUSTOMS
        || event == EventType.HELD_BY_EXPORT_CUSTOMS
        || event == EventType.DELIVERY_ATTEMPTED;
  }

  /** The list that the reason of an event is taken from. */
  public static String reasons(EventType event) {
    return event == EventType.DELIVERY_ATTEMPTED || event == EventType.RETURNED
        ? NON_DELIVERY
        : RETENTION;
  }

  private static Map<EventType, String> codes() {
    var codes = new EnumMap<EventType, String>(EventType.class);
    EVENTS.forEach((code, event) -> codes.putIfAbsent(event, code));
    codes.put(EventType.RETURNED, codes.get(EventType.DELIVERY_ATTEMPTED));
    return codes;
  }

  private static Map<String, EventType> load() {
    var events = new LinkedHashMap<String, EventType>();
    try (var in = EventCodes.class.getResourceAsStream("emsevt-events.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 3))
          .forEach(row -> events.put(row[0], EventType.valueOf(row[1])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }
}
