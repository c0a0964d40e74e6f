package org.chasqui.ledger;

import java.time.Instant;

/**
 * A delivery that waits.
 *
 * @param recipient party id
 * @param until when it is tried, at the latest
 */
public record Held(long deliveryId, String recipient, Instant until, For reason) {

  /** What is waited for. */
  public enum For {
    /** The opening hours of the party. */
    OPENING,
    /** A pre-advice that holds the item. */
    PREADVICE
  }
}
