package org.chasqui.flow;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.chasqui.profile.Profiles;

/**
 * Back-pressure at the doors (P8): 429 for a party over its own rate, 503 while the backlog of the
 * gateway is over its bound.
 */
final class Pressure {
  private static final long MINUTE_MILLIS = 60_000;

  private final Profiles profiles;
  private final LongSupplier backlog;
  private final long mostBacklog;
  private final Clock clock;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * @param backlog how many lines there is work to do on, cheap to ask: what waits for its
   *     pre-advice must not keep the latter out
   * @param mostBacklog from which on new documents are put off
   */
  Pressure(Profiles profiles, LongSupplier backlog, long mostBacklog, Clock clock) {
    this.profiles = profiles;
    this.backlog = backlog;
    this.mostBacklog = mostBacklog;
    this.clock = clock;
  }

  /** The refusal for a document of this party now, or null when it may come in and is counted. */
  IntakeResult.Busy declines(String party) {
    return declines(party, 1);
  }

  /** True when a document of this party would come in now; counts none. */
  boolean admits(String party) {
    return declines(party, 0) == null;
  }

  private IntakeResult.Busy declines(String party, int counted) {
    if (backlog.getAsLong() >= mostBacklog) {
      return new IntakeResult.Busy(503, "too much is waiting for delivery", 10);
    }
    int perMinute =
        profiles.byId(party).map(profile -> profile.limits().inboundPerMinute()).orElse(0);
    if (perMinute <= 0) {
      return null;
    }
    int wait =
        buckets
            .computeIfAbsent(party, ignored -> new Bucket())
            .take(counted, perMinute, clock.millis());
    return wait == 0
        ? null
        : new IntakeResult.Busy(429, "more than " + perMinute + " documents a minute", wait);
  }

  /** A token bucket that holds one minute's share. */
  private static final class Bucket {
    private double tokens = -1;
    private long filledAt;

    /** Seconds to wait, 0 when a token is there; then so many are taken. */
    synchronized int take(int count, int perMinute, long now) {
      double rate = perMinute / (double) MINUTE_MILLIS;
      tokens = tokens < 0 ? perMinute : Math.min(perMinute, tokens + (now - filledAt) * rate);
      filledAt = now;
      if (tokens >= 1) {
        tokens -= count;
        return 0;
      }
      return (int) Math.max(1, Math.ceil((1 - tokens) / rate / 1000));
    }
  }
}
