package org.chasqui.ledger;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Ids that rise with time: 42 bits of milliseconds since 2026, 8 bits of node, 13 bits of sequence.
 * An id is given only below a mark that is durable, and a new life starts above that mark: so none
 * is given twice, whatever the clock does.
 */
final class Ids {
  private static final long EPOCH = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final int SEQUENCE_BITS = 13;
  private static final int NODE_BITS = 8;
  private static final long RESERVE = 10_000;
  private static final long RENEW_BELOW = 5_000;

  private final InstantSource clock;
  private final long node;
  private final Runnable renew;
  private long last;
  private volatile long mark;

  /**
   * @param mark the durable mark, in milliseconds since 2026
   * @param renew makes the writer move the mark; returns when it is moved
   */
  Ids(InstantSource clock, int node, long mark, Runnable renew) {
    if (node < 0 || node >= 1 << NODE_BITS) {
      throw new LedgerException("no more than 256 nodes can share a ledger");
    }
    this.clock = clock;
    this.node = node;
    this.renew = renew;
    this.mark = mark;
    this.last = (mark + 1) << SEQUENCE_BITS;
  }

  long next() {
    while (true) {
      synchronized (this) {
        long tick = Math.max((clock.millis() - EPOCH) << SEQUENCE_BITS, last + 1);
        if (tick >> SEQUENCE_BITS < mark) {
          last = tick;
          return id(tick);
        }
      }
      renew.run();
    }
  }

  private long id(long tick) {
    long sequence = tick & ((1 << SEQUENCE_BITS) - 1);
    return (tick >> SEQUENCE_BITS << NODE_BITS | node) << SEQUENCE_BITS | sequence;
  }

  /** The mark to make durable now, or 0 when there is enough left. */
  synchronized long wanted() {
    long now = Math.max(clock.millis() - EPOCH, last >> SEQUENCE_BITS);
    return mark - now < RENEW_BELOW ? now + RESERVE : 0;
  }

  /** Says that this mark is durable. */
  void marked(long durable) {
    mark = durable;
  }

  /** The smallest id that could be given at this moment: what is older is below. */
  static long floor(Instant moment) {
    return Math.max(0, moment.toEpochMilli() - EPOCH) << (SEQUENCE_BITS + NODE_BITS);
  }
}
