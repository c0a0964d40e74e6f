package org.chasqui.sandbox.traffic;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.chasqui.sandbox.Posts;

/** Posts that push their interchanges, some at a time, until all are accepted or refused. */
public final class Pushing implements AutoCloseable {
  private final Posts posts;
  private final Traffic traffic;
  private final TrafficWriter writer;
  private final int atOnce;
  private final ExecutorService workers;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final ConcurrentLinkedQueue<TrafficBundle> accepted = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> acceptNanos = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();

  /** {@code atOnce} interchanges are on their way at the same time. */
  public Pushing(Posts posts, Traffic traffic, TrafficWriter writer, int atOnce) {
    this.posts = posts;
    this.traffic = traffic;
    this.writer = writer;
    this.atOnce = atOnce;
    workers = Executors.newVirtualThreadPerTaskExecutor();
  }

  /** Begins to push bundles 0 to {@code count} of a size. */
  public void start(long count, int size) {
    for (int i = 0; i < atOnce; i++) {
      workers.execute(() -> work(count, size));
    }
  }

  private void work(long count, int size) {
    try {
      for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        push(traffic.bundle(number, size));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void push(TrafficBundle bundle) throws InterruptedException {
    var party = bundle.fromOperator().toLowerCase(Locale.ROOT);
    var result = posts.push(party, writer.write(bundle));
    if (result.isTaken()) {
      acceptNanos.add(result.took().toNanos());
      accepted.add(bundle);
      items.addAndGet(bundle.items().size());
    } else {
      refusals.add(result.status() + " " + result.body());
    }
    finished.incrementAndGet();
  }

  /** How many items stand in accepted interchanges. */
  public long items() {
    return items.get();
  }

  /** How many bundles were accepted or refused. */
  public long bundles() {
    return finished.get();
  }

  /** Ids of the items in accepted interchanges. */
  public List<String> acceptedIds() {
    return accepted.stream()
        .flatMap(bundle -> bundle.items().stream())
        .map(item -> item.declaration().itemId())
        .toList();
  }

  /** Nanoseconds from the push of a document to its acceptance, shortest first. */
  public long[] acceptNanos() {
    return acceptNanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** What the gateway refused for good. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
