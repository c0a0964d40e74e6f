package org.chasqui.codec.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class BoundedRunsTest {
  private static final Duration LONGEST = Duration.ofMillis(50);

  @Test
  void aRunThatWaitsForAProcessorIsNoFaultOfTheStyleSheet() {
    var go = new CountDownLatch(1);
    var ended = new CompletableFuture<Void>();
    var asked = new AtomicInteger();
    var runs =
        new BoundedRuns(
            "x.xsl",
            LONGEST,
            thread -> {
              if (asked.incrementAndGet() == 5) { // twice the longest time has passed
                go.countDown();
                ended.join();
              }
              return 0;
            });

    var result =
        runs.run(
            () -> {
              go.await();
              ended.complete(null);
              return "ended";
            });

    assertThat(result).contains("ended");
  }

  @Test
  void aRunThatTakesTooMuchOfTheProcessorIsGivenUp() throws InterruptedException {
    var go = new CountDownLatch(1);
    var ticks = new AtomicInteger();
    var runs =
        new BoundedRuns("x.xsl", LONGEST, thread -> ticks.getAndIncrement() * LONGEST.toNanos());

    var result =
        runs.run(
            () -> {
              go.await();
              return "ended";
            });

    assertThat(result).isEmpty();
    go.countDown();
  }

  @Test
  void afterTwoRunsWithoutEndNoOtherBeginsUntilOneEnds() throws InterruptedException {
    var go = new CountDownLatch(1);
    var ended = new CountDownLatch(2);
    var runs = new BoundedRuns("x.xsl", LONGEST, thread -> System.nanoTime());
    for (var i = 0; i < 2; i++) {
      runs.run(
          () -> {
            go.await();
            ended.countDown();
            return "late";
          });
    }

    assertThatThrownBy(() -> runs.run(() -> "never"))
        .hasMessageContaining("2 runs of x.xsl go on without end");

    go.countDown();
    ended.await();
    org.awaitility.Awaitility.await()
        .ignoreExceptions()
        .until(() -> runs.run(() -> "again").isPresent());
  }
}
