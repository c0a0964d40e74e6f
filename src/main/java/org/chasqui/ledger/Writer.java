package org.chasqui.ledger;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Group commit: one thread runs what concurrent callers ask for in one transaction and commits
 * once. Callers wait until their group is durable; when too many wait, further ones are refused.
 */
final class Writer implements AutoCloseable {
  private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(100);

  private final WaitingLine line;
  private final Duration patience;
  private final Group group;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * A unit with the caller that waits for it.
   *
   * @param urgent a sender waits for it at a door
   */
  record Pending<T>(Unit<T> unit, boolean urgent, CompletableFuture<T> result) {
    void succeed(Object value) {
      @SuppressWarnings("unchecked")
      var own = (T) value;
      result.complete(own);
    }
  }

  Writer(LedgerConfiguration configuration, Group group) {
    this.line = new WaitingLine(configuration.queue());
    this.patience = configuration.patience();
    this.group = group;
    this.thread = Thread.ofPlatform().daemon().name("ledger-writer").unstarted(this::work);
  }

  void start() {
    thread.start();
  }

  /** Runs the unit in the next group and returns when it is committed. */
  <T> T write(Unit<T> unit) {
    return await(ask(unit, false), null);
  }

  /** The same for what a sender at a door waits for: it goes before other work. */
  <T> T writeFirst(Unit<T> unit) {
    return await(ask(unit, true), null);
  }

  /** The same, but gives up waiting after this time. */
  <T> T write(Unit<T> unit, Duration within) {
    return await(ask(unit, false), within);
  }

  private <T> CompletableFuture<T> ask(Unit<T> unit, boolean urgent) {
    var pending = new Pending<>(unit, urgent, new CompletableFuture<T>());
    try {
      if (closed || !line.offer(pending, patience)) {
        throw new LedgerException(closed ? "the ledger is closed" : "the ledger is busy");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted before the ledger could write", e);
    }
    if (closed && line.remove(pending)) {
      throw new LedgerException("the ledger is closed");
    }
    return pending.result();
  }

  private static <T> T await(CompletableFuture<T> result, Duration within) {
    try {
      return within == null ? result.get() : result.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LedgerException("interrupted while the ledger was writing", e);
    } catch (TimeoutException e) {
      throw new LedgerException("the ledger did not write in time", e);
    } catch (ExecutionException e) {
      var cause = e.getCause();
      throw new LedgerException(
          cause instanceof Exception failure ? LedgerException.reason(failure) : "an error", cause);
    }
  }

  private void work() {
    while (!closed) {
      try {
        var first = line.poll(IDLE);
        if (first != null) {
          group.commit(first, line);
        }
      } catch (InterruptedException e) {
        closed = true;
      }
    }
    group.close();
    for (var left = line.poll(); left != null; left = line.poll()) {
      left.result().completeExceptionally(new LedgerException("the ledger is closed"));
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(30));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
