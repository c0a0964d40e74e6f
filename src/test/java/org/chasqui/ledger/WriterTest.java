package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  @TempDir Path folder;

  private LedgerConfiguration configuration(int queue) {
    var usual = LedgerConfiguration.sqlite(folder.resolve("ledger.db"), "one");
    return new LedgerConfiguration(
        usual.jdbcUrl(),
        null,
        null,
        "one",
        queue,
        Duration.ofMillis(50),
        Duration.ofSeconds(1),
        1,
        usual.clock());
  }

  private Writer writer(LedgerConfiguration configuration) throws Exception {
    var store = new Store(configuration);
    store.migrate();
    Nodes.register(store, configuration);
    var group = new Group(store, configuration);
    group.ids(new Ids(configuration.clock(), 0, Long.MAX_VALUE >> 22, () -> {}));
    var writer = new Writer(configuration, group);
    writer.start();
    return writer;
  }

  @Test
  void refusesMoreThanMayWait() throws Exception {
    var busy = new CountDownLatch(1);
    var hold = new CountDownLatch(1);
    try (var writer = writer(configuration(2))) {
      var waiting = new ArrayList<CompletableFuture<Integer>>();
      waiting.add(CompletableFuture.supplyAsync(() -> writer.write(t -> hold(busy, hold))));
      busy.await();
      var full = new CompletableFuture<Throwable>();
      // two places are free; of the further callers all but two are refused
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 4; i++) {
        threads.add(Thread.ofPlatform().start(() -> tryWrite(writer, full)));
      }
      assertThat(full.get()).isInstanceOf(LedgerException.class).hasMessageContaining("busy");
      hold.countDown();
      assertThat(waiting.getFirst().get()).isEqualTo(7);
      for (var thread : threads) {
        thread.join();
      }
      assertThat(writer.<Integer>write(transaction -> 8)).isEqualTo(8);
    }
  }

  @Test
  void takesWhatADoorWaitsForFirstAndYetTheOthersInTime() throws Exception {
    var line = new WaitingLine(100);
    var usual = new Writer.Pending<Integer>(transaction -> 1, false, new CompletableFuture<>());
    line.offer(usual, Duration.ZERO);
    for (int i = 0; i <= WaitingLine.IN_A_ROW; i++) {
      line.offer(
          new Writer.Pending<>(transaction -> 2, true, new CompletableFuture<>()), Duration.ZERO);
    }

    var order = new ArrayList<Boolean>();
    for (var next = line.poll(); next != null; next = line.poll()) {
      order.add(next.equals(usual));
    }

    assertThat(order.indexOf(true)).isEqualTo(WaitingLine.IN_A_ROW);
    assertThat(order).hasSize(WaitingLine.IN_A_ROW + 2);
  }

  private static void tryWrite(Writer writer, CompletableFuture<Throwable> full) {
    try {
      writer.write(transaction -> 1);
    } catch (LedgerException e) {
      full.complete(e);
    }
  }

  private static int hold(CountDownLatch busy, CountDownLatch hold) {
    busy.countDown();
    try {
      hold.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 7;
  }

  @Test
  void takesBackWhatAFailingUnitWrote() throws Exception {
    try (var writer = writer(configuration(100))) {
      assertThatThrownBy(
              () ->
                  writer.write(
                      transaction -> {
                        transaction.event("noted", "br", 0, 0, Map.of());
                        transaction.tally("br", Delta.told(5));
                        transaction.sql().update("DELETE FROM node");
                        throw new IllegalStateException("fault in a unit");
                      }))
          .hasMessageContaining("fault in a unit");

      long rows =
          writer.write(
              transaction ->
                  transaction.sql().number("SELECT COUNT(*) FROM event")
                      + transaction.sql().number("SELECT COUNT(*) FROM tally")
                      + 10 * transaction.sql().number("SELECT COUNT(*) FROM node"));
      assertThat(rows).isEqualTo(10);
    }
  }
}
