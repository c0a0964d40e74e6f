package org.chasqui.codec.upu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.EventType;

/**
 * The status codes of RESDIT (UN 9011) and the regional event that each stands for, from {@code
 * config/codelists/resdit-events.csv}. The codes are those that carriers use (upu-postal-edi §4);
 * the regional events are our choice.
 */
final class CarrierEvents {
  /** The list that a code of RESDIT belongs to. */
  static final String LIST = "UN:9011";

  private static final int CODE = 3;
  private static final Map<String, Row> ROWS = load();

  private record Row(EventType event, boolean atDestination) {}

  private CarrierEvents() {}

  /** The event of a code; empty when the code is not listed. */
  static Optional<EventType> event(String code) {
    return Optional.ofNullable(code == null ? null : ROWS.get(code)).map(Row::event);
  }

  /** True for a code of what happens at the end of the transport, not at its beginning. */
  static boolean isAtDestination(String code) {
    var row = code == null ? null : ROWS.get(code);
    return row != null && row.atDestination;
  }

  /** The code to write: the source's when it is one of this list and of the event. */
  static Optional<String> code(EventType event, String source, String list) {
    boolean spoken =
        LIST.equals(list)
            && Forms.lettersOrDigits(source, 1, CODE)
            && event(source).orElse(EventType.OTHER) == event;
    if (spoken) {
      return Optional.of(source);
    }
    return ROWS.entrySet().stream()
        .filter(row -> event != EventType.OTHER && row.getValue().event == event)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static Map<String, Row> load() {
    var rows = new LinkedHashMap<String, Row>();
    try (var in = CarrierEvents.class.getResourceAsStream("resdit-events.csv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", 4))
          .forEach(
              row ->
                  rows.put(
                      row[0], new Row(EventType.valueOf(row[1]), row[2].equals("destination"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
