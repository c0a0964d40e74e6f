package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IdsTest {
  private final MovableClock clock = new MovableClock();
  private long durable;

  private Ids life(int node) {
    var life = new AtomicReference<Ids>();
    life.set(
        new Ids(
            clock,
            node,
            durable,
            () -> {
              durable = life.get().wanted();
              life.get().marked(durable);
            }));
    return life.get();
  }

  @Test
  void risesAndNeverRepeats() {
    var ids = life(1);
    long last = 0;
    for (int i = 0; i < 50_000; i++) {
      long id = ids.next();
      assertThat(id).isGreaterThan(last);
      last = id;
    }
  }

  @Test
  void risesWhenTheClockStepsBack() {
    var ids = life(1);
    long before = ids.next();
    clock.advance(Duration.ofMinutes(-5));

    assertThat(ids.next()).isGreaterThan(before);
  }

  @Test
  void risesOverALifeThatEndedWithoutAWord() {
    long before = 0;
    for (int life = 0; life < 5; life++) {
      clock.advance(Duration.ofMinutes(-1));
      long first = life(1).next();
      assertThat(first).isGreaterThan(before);
      before = first;
    }
  }

  @Test
  void differsBetweenNodes() {
    var seen = new HashSet<Long>();
    for (int node = 0; node < 256; node++) {
      durable = 0;
      assertThat(seen.add(life(node).next())).isTrue();
    }
    assertThatThrownBy(() -> life(256)).isInstanceOf(LedgerException.class);
  }

  @Test
  void isAboveTheFloorOfItsMoment() {
    long id = life(200).next();

    assertThat(id).isGreaterThanOrEqualTo(Ids.floor(clock.instant()));
    assertThat(id).isLessThan(Ids.floor(clock.instant().plusSeconds(1)));
    assertThat(Ids.floor(Instant.EPOCH)).isZero();
  }
}
