package org.chasqui.quality;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How long before an event the data of an item was there; negative when it came after.
 *
 * @param length from the receipt of the declaration to the event
 */
public record Margin(Duration length) {

  /**
   * The margin.
   *
   * @param at RFC 3339 with offset; what cannot be read gives nothing, since it is not known
   */
  public static Optional<Margin> of(Instant received, String at) {
    if (at == null) {
      return Optional.empty();
    }
    try {
      var event = OffsetDateTime.parse(at).toInstant();
      return Optional.of(new Margin(Duration.between(received, event)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** True when the data came first. */
  public boolean isKept() {
    return length.isPositive();
  }
}
