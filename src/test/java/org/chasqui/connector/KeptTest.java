package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a proof is kept. */
class KeptTest {
  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger logins = new AtomicInteger();

  private Kept<Integer> kept(Duration life) {
    return new Kept<>(() -> new Kept.Grant<>(logins.incrementAndGet(), life), now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void aShortProofIsRenewedATenthOfItsLifeBeforeItEnds() throws Exception {
    var kept = kept(Duration.ofSeconds(100));
    assertThat(kept.get()).isEqualTo(1);
    pass(Duration.ofSeconds(89));
    assertThat(kept.get()).isEqualTo(1);
    pass(Duration.ofSeconds(2));
    assertThat(kept.get()).isEqualTo(2);
  }

  @Test
  void aLongProofIsRenewedHalfAMinuteBeforeItEnds() throws Exception {
    var kept = kept(Duration.ofHours(12));
    kept.get();
    pass(Duration.ofHours(12).minusSeconds(31));
    assertThat(kept.get()).isEqualTo(1);
    pass(Duration.ofSeconds(2));
    assertThat(kept.get()).isEqualTo(2);
  }

  @Test
  void aRefusalIsRememberedForThePauseThatItNames() {
    var kept =
        new Kept<Integer>(
            () -> {
              logins.incrementAndGet();
              throw new ConnectorException(
                  ConnectorException.Kind.LOGIN, "no", Duration.ofSeconds(10));
            },
            now::get);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(kept::get).isInstanceOf(ConnectorException.class);
    }
    assertThat(logins).hasValue(1);
    pass(Duration.ofSeconds(11));
    assertThatThrownBy(kept::get).isInstanceOf(ConnectorException.class);
    assertThat(logins).hasValue(2);
  }

  @Test
  void onlyAProofThatWasOnceAcceptedIsWorthRenewing() throws Exception {
    var kept = kept(Duration.ofHours(1));
    var refused = new HttpAnswer(401, Map.of(), null);
    kept.get();
    kept.observe(new HttpAnswer(200, Map.of(), null));
    assertThat(kept.observe(refused)).isTrue();
    kept.get();
    assertThat(kept.observe(refused)).isFalse();
  }
}
