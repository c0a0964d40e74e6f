package org.chasqui.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of the system, and as much later as a test wants. */
final class MovableClock extends Clock {
  private volatile Duration later = Duration.ZERO;

  void advance(Duration by) {
    later = later.plus(by);
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(later);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
