package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OutboxBellTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @Test
  void wakesWhoWaitsWhenItRings() throws Exception {
    var bell = new OutboxBell(4);
    var document = new AtomicReference<String>();
    var looked = new CountDownLatch(1);
    var waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return bell.await(
                    "cla",
                    LONG,
                    () -> {
                      looked.countDown();
                      return document.get();
                    });
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    looked.await();

    document.set("CUSRSP");
    bell.ring("cla");

    assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("CUSRSP");
  }

  @Test
  void answersAtOnceWhenThereIsSomething() throws Exception {
    assertThat(new OutboxBell(1).await("cla", LONG, () -> "CONTRL")).isEqualTo("CONTRL");
  }

  @Test
  void asksOnceWhenNobodyWantsToWait() throws Exception {
    var asked = new AtomicInteger();

    Object found =
        new OutboxBell(1)
            .await(
                "cla",
                Duration.ZERO,
                () -> {
                  asked.incrementAndGet();
                  return null;
                });

    assertThat(found).isNull();
    assertThat(asked).hasValue(1);
  }

  @Test
  void letsNobodyWaitBeyondItsPlaces() throws Exception {
    Object found = new OutboxBell(0).await("cla", LONG, () -> null);

    assertThat(found).isNull();
  }
}
