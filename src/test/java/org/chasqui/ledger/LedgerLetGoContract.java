package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits for a pre-advice is let go once, before anybody has it: what every ledger does. */
abstract class LedgerLetGoContract extends LedgerAwaitContract {
  /** A consignment advice says where a dispatch is, not what is in it. */
  @Test
  void aConsignmentAdviceThatNamesNoItemsTakesNothingBack() {
    advise("cla", DISPATCH, "RR1");
    advise("cla", DISPATCH);

    assertThat(declare(1, "RR1")).isEqualTo(due());
  }

  @Test
  void ofMoreThanASweepLetsGoNoneIsHandedOutWhileItWaits() {
    int atOnce = 2_000;
    var items = IntStream.rangeClosed(0, atOnce).mapToObj(i -> "RR" + i).toArray(String[]::new);
    declare(1, items);
    clock.advance(WAIT);

    assertThat(due()).as("documents of 100").hasSize(atOnce / 100);
    assertThat(ledger.holding().awaiting()).isEqualTo(1);
    assertThat(due()).hasSize(1);
    assertThat(ledger.holding().awaiting()).isZero();
    assertThat(told("RR1"))
        .containsExactly("awaiting br 2001", "unadvised br 2000", "unadvised br 1");
    sound();
  }

  @Test
  void whatIsOverIsClaimedByNobodyBeforeItIsLetGo() {
    var delivery = declare(1, "RR1").getFirst();
    clock.advance(WAIT);

    assertThat(ledger.claim(delivery, LEASE)).isEmpty();
    assertThat(due()).containsExactly(delivery);
    assertThat(scene.claim(delivery).attempt()).isEqualTo(1);
  }

  @Test
  void whatAWorkerHasOrHasDoneIsNotLetGo() {
    var delivery = declare(1, "RR1").getFirst();
    advise("cla", DISPATCH, "RR1");
    var claim = scene.claim(delivery);
    var awaits = "UPDATE delivery SET awaits = 1 WHERE id = " + delivery;
    sql(awaits);

    assertThat(due()).as("over").isEmpty();
    advise("cla", OTHER, "RR1");
    assertThat(due()).as("advised").isEmpty();
    scene.declare("k9", "br", 2, "RR1");
    assertThat(due()).as("overtaken").isEmpty();
    ledger.finish(claim, outcome(DeliveryState.DELIVERED));
    sql(awaits);
    assertThat(due()).as("delivered").doesNotContain(delivery);

    assertThat(ledger.delivery(delivery).orElseThrow().delivery().state())
        .isEqualTo(DeliveryState.DELIVERED);
  }
}
