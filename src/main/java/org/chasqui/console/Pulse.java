package org.chasqui.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.ledger.Tally;

/**
 * How fast each party takes its items: remembers a few looks at its tally of the last minutes.
 * Knows nothing before the second look.
 */
final class Pulse {
  private static final Duration WINDOW = Duration.ofMinutes(2);
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private final Map<String, Beats> parties = new ConcurrentHashMap<>();

  private record Look(Instant at, long delivered) {}

  private static final class Beats {
    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant moved;
  }

  /** Takes a look. */
  void look(String party, Tally tally, Instant now) {
    var beats = parties.computeIfAbsent(party, p -> new Beats());
    synchronized (beats) {
      var last = beats.looks.peekLast();
      if (last == null || tally.waiting() == 0 || tally.delivered() != last.delivered()) {
        beats.moved = now;
      }
      if (last == null || Duration.between(last.at(), now).compareTo(STEP) >= 0) {
        beats.looks.addLast(new Look(now, tally.delivered()));
      }
      while (beats.looks.size() > 2 && beats.looks.peekFirst().at().isBefore(now.minus(WINDOW))) {
        beats.looks.removeFirst();
      }
    }
  }

  /** Items a minute over the looks; empty before the second. */
  OptionalDouble perMinute(String party) {
    var beats = parties.get(party);
    if (beats == null) {
      return OptionalDouble.empty();
    }
    synchronized (beats) {
      if (beats.looks.size() < 2) {
        return OptionalDouble.empty();
      }
      var first = beats.looks.peekFirst();
      var last = beats.looks.peekLast();
      double minutes = Duration.between(first.at(), last.at()).toMillis() / 60_000.0;
      return OptionalDouble.of((last.delivered() - first.delivered()) / minutes);
    }
  }

  /** True when items wait and none was delivered for a minute. */
  boolean standsStill(String party, Instant now) {
    var beats = parties.get(party);
    if (beats == null) {
      return false;
    }
    synchronized (beats) {
      return Duration.between(beats.moved, now).compareTo(PATIENCE) > 0;
    }
  }
}
