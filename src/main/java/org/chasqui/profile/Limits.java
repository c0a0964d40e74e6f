package org.chasqui.profile;

import java.time.Duration;

/**
 * What a party can bear.
 *
 * @param batchItems most items in one document
 * @param documentBytes most bytes of one document
 * @param callsPerSecond most calls; 0 for no limit
 * @param concurrentCalls calls at one time
 * @param attempts after which a delivery is parked
 * @param firstBackoff pause after the first failure; doubles, with jitter
 * @param longestBackoff the pause grows no further
 * @param breakerFailures failures in a row that open the circuit breaker
 * @param breakerPause how long it stays open
 * @param inboundPerMinute documents a minute that the party may push; 0 for no limit
 */
public record Limits(
    int batchItems,
    long documentBytes,
    double callsPerSecond,
    int concurrentCalls,
    int attempts,
    Duration firstBackoff,
    Duration longestBackoff,
    int breakerFailures,
    Duration breakerPause,
    int inboundPerMinute) {

  /** Most items in one document of a format that holds so many; at least 1. */
  public int itemsOfDocument(int byFormat) {
    return Math.max(1, batchItems <= 0 ? byFormat : Math.min(byFormat, batchItems));
  }
}
