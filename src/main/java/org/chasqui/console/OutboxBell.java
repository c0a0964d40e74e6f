package org.chasqui.console;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets callers wait for documents of a party. Who makes documents rings; since another node may
 * have made them, waiters also look again now and then. Only so many may wait at one time.
 */
final class OutboxBell {
  private static final long LOOK_AGAIN = Duration.ofSeconds(2).toNanos();
  private final Semaphore places;
  private final Map<String, Long> rings = new HashMap<>();

  OutboxBell(int places) {
    this.places = new Semaphore(places);
  }

  synchronized void ring(String party) {
    rings.merge(party, 1L, Long::sum);
    notifyAll();
  }

  /**
   * Asks until there is something or the time is over.
   *
   * @param look the question; null when there is nothing yet
   * @return null when there was nothing, or no place to wait
   */
  <T> T await(String party, Duration time, Supplier<T> look) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long heard = heard(party);
    var found = look.get();
    if (found != null || time.isZero() || !places.tryAcquire()) {
      return found;
    }
    try {
      while (found == null && System.nanoTime() < end) {
        heard = listen(party, heard, Math.min(end - System.nanoTime(), LOOK_AGAIN));
        found = look.get();
      }
      return found;
    } finally {
      places.release();
    }
  }

  private synchronized long heard(String party) {
    return rings.getOrDefault(party, 0L);
  }

  private synchronized long listen(String party, long heard, long nanos)
      throws InterruptedException {
    long end = System.nanoTime() + nanos;
    long left = nanos;
    while (heard(party) == heard && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
      left = end - System.nanoTime();
    }
    return heard(party);
  }
}
