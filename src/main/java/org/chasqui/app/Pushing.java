package org.chasqui.app;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.chasqui.sandbox.traffic.Traffic;
import org.chasqui.sandbox.traffic.TrafficBundle;
import org.chasqui.sandbox.traffic.TrafficWriter;

/** Posts that push interchanges over HTTP, some at a time, until all are accepted. */
final class Pushing implements AutoCloseable {
  private static final int DUPLICATE = 200;
  private static final int ACCEPTED = 202;

  private final Supplier<URI> gateway;
  private final Map<String, String> tokens;
  private final Traffic traffic;
  private final TrafficWriter writer;
  private final PostClient client = new PostClient();
  private final ExecutorService posts;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong pushedItems = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final ConcurrentLinkedQueue<String> accepted = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> acceptNanos = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
  private volatile boolean open = true;

  /** {@code atOnce} posts push at the same time. */
  Pushing(
      Supplier<URI> gateway,
      Map<String, String> tokens,
      Traffic traffic,
      TrafficWriter writer,
      int atOnce) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.traffic = traffic;
    this.writer = writer;
    posts = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory());
  }

  /** Begins to push bundles 0 to {@code count} of a size. */
  void start(long count, int size, int atOnce) {
    for (int i = 0; i < atOnce; i++) {
      posts.submit(() -> work(count, size));
    }
    posts.shutdown();
  }

  private void work(long count, int size) {
    try {
      for (long number = next.getAndIncrement();
          open && number < count;
          number = next.getAndIncrement()) {
        push(traffic.bundle(number, size));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void push(TrafficBundle bundle) throws InterruptedException {
    var document = writer.write(bundle);
    var token = tokens.get(bundle.fromOperator().toLowerCase(Locale.ROOT));
    while (open) {
      long began = System.nanoTime();
      try {
        var answer = client.push(gateway.get(), token, document);
        if (answer.statusCode() == ACCEPTED || answer.statusCode() == DUPLICATE) {
          acceptNanos.add(System.nanoTime() - began);
          taken(bundle);
          return;
        }
        if (answer.statusCode() != 429 && answer.statusCode() != 503) {
          refusals.add(answer.statusCode() + " " + answer.body());
          finished.incrementAndGet();
          return;
        }
        var pause = answer.headers().firstValue("Retry-After").map(Long::parseLong).orElse(1L);
        Thread.sleep(TimeUnit.SECONDS.toMillis(pause));
      } catch (IOException e) {
        Thread.sleep(50); // the gateway is away for a moment: the post sends again
      }
    }
  }

  private void taken(TrafficBundle bundle) {
    bundle.items().forEach(item -> accepted.add(item.declaration().itemId()));
    pushedItems.addAndGet(bundle.items().size());
    finished.incrementAndGet();
  }

  /** How many items the gateway said it accepted. */
  long items() {
    return pushedItems.get();
  }

  /** How many bundles were accepted or refused. */
  long bundles() {
    return finished.get();
  }

  /** Ids of the items in accepted interchanges. */
  Iterable<String> acceptedIds() {
    return accepted;
  }

  /** Nanoseconds from the push of a document to its acceptance. */
  long[] acceptNanos() {
    return acceptNanos.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** Answers that are neither acceptance nor "later". */
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  @Override
  public void close() {
    open = false;
    posts.shutdownNow();
    client.close();
  }
}
