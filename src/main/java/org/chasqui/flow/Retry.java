package org.chasqui.flow;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.DeliveryState;

/** Decides when a failed attempt comes again: exponential backoff with full jitter, or parked. */
final class Retry {
  private final Clock clock;

  Retry(Clock clock) {
    this.clock = clock;
  }

  /**
   * @param reason for people, without personal data
   * @param after what the party asked for, or null
   */
  DeliveryOutcome outcome(Attempt attempt, String reason, Duration after) {
    var limits = attempt.profile().limits();
    int attempts = attempt.claim().attempt();
    boolean submitted = attempt.claim().polling();
    if (attempts >= limits.attempts() && !submitted) {
      return new DeliveryOutcome(
          DeliveryState.PARKED,
          null,
          null,
          reason + " (" + attempts + " attempts)",
          document(attempt),
          mediaType(attempt),
          null,
          attempt.lines());
    }
    var pause =
        after != null ? after : backoff(limits.firstBackoff(), limits.longestBackoff(), attempts);
    return new DeliveryOutcome(
        submitted ? DeliveryState.SUBMITTED : DeliveryState.READY,
        clock.instant().plus(pause),
        null,
        reason,
        document(attempt),
        mediaType(attempt),
        null,
        attempt.lines());
  }

  private static byte[] document(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().document();
  }

  private static String mediaType(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().mediaType();
  }

  static Duration backoff(Duration first, Duration longest, int attempts) {
    int doublings = Math.min(20, Math.max(0, attempts - 1));
    long ceiling = Math.min(longest.toMillis(), first.toMillis() << doublings);
    long half = Math.max(1, ceiling / 2);
    return Duration.ofMillis(half + ThreadLocalRandom.current().nextLong(half + 1));
  }
}
