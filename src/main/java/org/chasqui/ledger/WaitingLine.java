package org.chasqui.ledger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.chasqui.ledger.Writer.Pending;

/**
 * What waits for the writer, bounded. Those for whom a sender waits at a door go first, but of so
 * many in a row one other gets its turn, so that a busy door never stops the work behind it.
 */
final class WaitingLine {
  /** Urgent ones in a row while others wait. */
  static final int IN_A_ROW = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition somebody = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<Pending<?>> urgent = new ArrayDeque<>();
  private final Deque<Pending<?>> usual = new ArrayDeque<>();
  private final int places;
  private int row;

  WaitingLine(int places) {
    this.places = places;
  }

  /** False when there was no room for so long. */
  boolean offer(Pending<?> pending, Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (urgent.size() + usual.size() >= places) {
        if (left <= 0) {
          return false;
        }
        left = room.awaitNanos(left);
      }
      (pending.urgent() ? urgent : usual).addLast(pending);
      somebody.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** The next one, or null when nobody waits. */
  Pending<?> poll() {
    lock.lock();
    try {
      return next();
    } finally {
      lock.unlock();
    }
  }

  /** The next one, or null when nobody came for so long. */
  Pending<?> poll(long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (urgent.isEmpty() && usual.isEmpty() && left > 0) {
        left = somebody.awaitNanos(left);
      }
      return next();
    } finally {
      lock.unlock();
    }
  }

  private Pending<?> next() {
    boolean ofUrgent = !urgent.isEmpty() && (row < IN_A_ROW || usual.isEmpty());
    row = ofUrgent ? row + 1 : 0;
    var next = (ofUrgent ? urgent : usual).pollFirst();
    if (next != null) {
      room.signal();
    }
    return next;
  }

  /** Takes one out again; false when it is not there any more. */
  boolean remove(Pending<?> pending) {
    lock.lock();
    try {
      return urgent.remove(pending) || usual.remove(pending);
    } finally {
      lock.unlock();
    }
  }
}
