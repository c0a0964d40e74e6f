package org.chasqui.codec.folder;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongUnaryOperator;

/**
 * Runs of one style sheet, each with the processor time that it may take. Processor time, since a
 * busy machine is no fault of the style sheet: what waits for a processor is waited for, up to
 * {@value #PATIENCE} times as long. Saxon cannot be stopped, so a run without end keeps its thread:
 * while {@value #MOST_STUCK} of them go on, no other begins. Thread-safe.
 */
final class BoundedRuns {
  private static final int MOST_STUCK = 2;
  private static final int PATIENCE = 20;
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> Thread.ofPlatform().daemon().name("format").unstarted(task));

  private final String name;
  private final Duration longest;
  private final LongUnaryOperator processorNanos;
  private final AtomicInteger stuck = new AtomicInteger();

  /**
   * @param name of the style sheet, for messages
   * @param longest processor time that a run may take
   */
  BoundedRuns(String name, Duration longest) {
    this(name, longest, processorClock());
  }

  /**
   * @param processorNanos what a thread, given by its id, has taken of the processor
   */
  BoundedRuns(String name, Duration longest, LongUnaryOperator processorNanos) {
    this.name = name;
    this.longest = longest;
    this.processorNanos = processorNanos;
  }

  private static LongUnaryOperator processorClock() {
    var threads = ManagementFactory.getThreadMXBean();
    return threads.isThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled()
        ? threads::getThreadCpuTime
        : thread -> System.nanoTime();
  }

  /** Its result; empty when it took too long. */
  <T> Optional<T> run(Callable<T> work) {
    if (stuck.get() >= MOST_STUCK) {
      throw new IllegalStateException(
          MOST_STUCK + " runs of " + name + " go on without end: mend its folder");
    }
    var begun = new CompletableFuture<Long>();
    var result = new CompletableFuture<T>();
    THREADS.execute(() -> run(work, begun, result));
    try {
      var ended = await(result, begun.get());
      if (!ended) {
        stuck.incrementAndGet();
        result.whenComplete((done, failure) -> stuck.decrementAndGet());
        return Optional.empty();
      }
      return Optional.of(result.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(name + " broke", e.getCause());
    }
  }

  private static <T> void run(
      Callable<T> work, CompletableFuture<Long> begun, CompletableFuture<T> result) {
    begun.complete(Thread.currentThread().threadId());
    try {
      result.complete(work.call());
    } catch (Throwable e) { // who waits is told, an error included
      result.completeExceptionally(e);
    }
  }

  private boolean await(CompletableFuture<?> result, long thread)
      throws InterruptedException, ExecutionException {
    long began = processorNanos.applyAsLong(thread);
    long most = longest.toNanos();
    for (long waited = 0; waited < most * PATIENCE; ) {
      long left = Math.max(most / 100, most - (processorNanos.applyAsLong(thread) - began));
      try {
        result.get(left, TimeUnit.NANOSECONDS);
        return true;
      } catch (TimeoutException e) {
        waited += left;
        if (processorNanos.applyAsLong(thread) - began >= most) {
          return result.isDone();
        }
      }
    }
    return result.isDone();
  }
}
