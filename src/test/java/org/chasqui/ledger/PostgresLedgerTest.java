package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import org.chasqui.ledger.Acceptance.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on PostgreSQL. */
class PostgresLedgerTest extends LedgerLetGoContract {
  private String url;

  @BeforeEach
  @Override
  void open() {
    url = Postgres.newDatabase();
    super.open();
  }

  @Override
  LedgerConfiguration configuration(String node) {
    return LedgerConfiguration.of(url, "postgres", null, node);
  }

  @Test
  void twoGatewaysDoEachWorkOnce() throws Exception {
    var deliveries = new ArrayList<Long>();
    for (int i = 0; i < 60; i++) {
      deliveries.add(scene.declare("k" + i, "br", 1, "RR" + i));
    }
    try (var other = Ledgers.open(configuration("two").at(clock))) {
      var tasks = new ArrayList<Callable<Boolean>>();
      for (var delivery : deliveries) {
        tasks.add(() -> worked(ledger, delivery));
        tasks.add(() -> worked(other, delivery));
      }
      assertThat(together(tasks)).filteredOn(done -> done).hasSize(60);
      assertThat(other.newId()).isNotEqualTo(ledger.newId());
      assertThat(other.verify(fault -> assertThat(fault).isNull())).isEqualTo(180);
    }
    assertThat(scene.tally("br").delivered()).isEqualTo(60);
    assertThat(scene.tally("br").waiting()).isZero();
  }

  private static boolean worked(Ledger ledger, long delivery) {
    var claim = ledger.claim(delivery, LEASE);
    claim.ifPresent(own -> ledger.finish(own, outcome(DeliveryState.DELIVERED)));
    return claim.isPresent();
  }

  @Test
  void twoGatewaysAcceptTheSameDocumentOnce() throws Exception {
    try (var other = Ledgers.open(configuration("two").at(clock))) {
      var second = new Scene(other);
      var tasks = new ArrayList<Callable<Acceptance>>();
      for (int i = 0; i < 100; i++) {
        var key = "k" + i % 50;
        var door = i < 50 ? scene : second;
        tasks.add(() -> door.accept("cla", key, "A"));
      }
      assertThat(together(tasks)).filteredOn(a -> a.result() == Result.ACCEPTED).hasSize(50);
    }
  }

  @Test
  void twoGatewaysShareWhatIsDue() throws Exception {
    for (int i = 0; i < 50; i++) {
      scene.declare("k" + i, "br", 1, "RR" + i);
    }
    var now = clock.instant().plusSeconds(60);
    try (var other = Ledgers.open(configuration("two").at(clock))) {
      var tasks = new ArrayList<Callable<Integer>>();
      var seen = new HashSet<Work>();
      for (int i = 0; i < 40; i++) {
        var sweeper = i % 2 == 0 ? ledger : other;
        tasks.add(
            () -> {
              var found = sweeper.due(now, LEASE, 4);
              synchronized (seen) {
                seen.addAll(found);
              }
              return found.size();
            });
      }
      assertThat(together(tasks).stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
      assertThat(seen).hasSize(50);
    }
  }

  @Test
  void refusesASecondGatewayOfTheSameName() {
    scene.accept("cla", "k0", "A");
    try (var twin = Ledgers.open(configuration("one").at(clock))) {
      new Scene(twin).accept("cla", "k1", "A");

      assertThatThrownBy(() -> scene.accept("cla", "k2", "A"))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("another gateway writes to the ledger as node one");
    }
    assertThat(ledger.verify(fault -> assertThat(fault).isNull())).isEqualTo(2);
  }

  @Test
  void goesOnAfterTheDatabaseCutItsConnection() {
    scene.accept("cla", "k0", "A");
    sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()");

    assertThatThrownBy(() -> scene.accept("cla", "k1", "A")).isInstanceOf(LedgerException.class);

    assertThat(scene.accept("cla", "k2", "A").result()).isEqualTo(Result.ACCEPTED);
    assertThat(ledger.verify(fault -> assertThat(fault).isNull())).isEqualTo(2);
  }
}
