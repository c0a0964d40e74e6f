package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Problem;
import org.junit.jupiter.api.Test;

/** Deliveries that wait for each other and leave as one. */
abstract class LedgerGatheringContract extends LedgerLoadContract {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Gathering FEW = new Gathering("ORIGINAL/1", 3, PAUSE);
  private static final Gathering OTHER = new Gathering("CANCELLATION/1", 3, PAUSE);

  private List<Work> sweep() {
    clock.advance(PAUSE);
    return ledger.due(clock.instant(), Duration.ofSeconds(30), 100);
  }

  private List<String> items(long delivery) {
    return scene.claim(delivery).lines().stream().map(DeliveryClaim.Line::businessKey).toList();
  }

  private static Work work(long delivery, String party) {
    return new Work(Work.Kind.DELIVER, delivery, party);
  }

  @Test
  void waitsForItsPauseBeforeItMayLeave() {
    long only = scene.declare(FEW, "k1", "br", 1, "RR1");

    assertThat(ledger.claim(only, LEASE)).isEmpty();
    assertThat(ledger.due(clock.instant(), LEASE, 100)).isEmpty();
    assertThat(sweep()).containsExactly(work(only, "br"));
    assertThat(items(only)).containsExactly("RR1");
  }

  @Test
  void leavesInTheDocumentOfTheOldest() {
    long first = scene.declare(FEW, "k1", "br", 1, "RR1");
    long second = scene.declare(FEW, "k2", "br", 1, "RR2", "RR3");

    assertThat(sweep()).containsExactly(work(first, "br"));

    assertThat(ledger.claim(second, LEASE)).isEmpty();
    var claim = scene.claim(first);
    assertThat(claim.lines())
        .extracting(DeliveryClaim.Line::businessKey)
        .containsExactly("RR1", "RR2", "RR3");
    assertThat(scene.tally("br").waiting()).isEqualTo(3);
    ledger.finish(claim, outcome(DeliveryState.DELIVERED));
    var tally = scene.tally("br");
    assertThat(List.of(tally.accepted(), tally.waiting(), tally.delivered(), tally.parked()))
        .containsExactly(3L, 0L, 3L, 0L);
  }

  @Test
  void oneThatWasHeldBackStaysByItself() {
    long first = scene.declare(FEW, "k1", "br", 1, "RR1");
    assertThat(sweep()).containsExactly(work(first, "br"));
    var due = clock.instant();
    ledger.finish(scene.claim(first), DeliveryOutcome.heldBack(due, "no answer", List.of()));
    long second = scene.declare(FEW, "k2", "br", 1, "RR2");

    assertThat(sweep()).containsExactlyInAnyOrder(work(first, "br"), work(second, "br"));
    assertThat(items(first)).containsExactly("RR1");
  }

  @Test
  void carriesNoMoreThanADocumentMay() {
    long first = scene.declare(FEW, "k1", "br", 1, "RR1", "RR2");
    long second = scene.declare(FEW, "k2", "br", 1, "RR3", "RR4");
    long third = scene.declare(FEW, "k3", "br", 1, "RR5");

    assertThat(sweep()).containsExactly(work(first, "br"), work(second, "br"));

    assertThat(items(first)).containsExactly("RR1", "RR2");
    assertThat(items(second)).containsExactly("RR3", "RR4", "RR5");
    assertThat(ledger.claim(third, LEASE)).isEmpty();
  }

  @Test
  void joinsNeitherOtherPartiesNorOtherDocuments() {
    long brazil = scene.declare(FEW, "k1", "br", 1, "RR1");
    long argentina = scene.declare(FEW, "k2", "ar", 1, "RR2");
    long cancelled = scene.declare(OTHER, "k3", "br", 1, "RR3");
    long alone = scene.declare("k4", "br", 1, "RR4");
    clock.advance(Duration.ofMinutes(1));

    assertThat(sweep())
        .containsExactly(
            work(brazil, "br"), work(argentina, "ar"), work(cancelled, "br"), work(alone, "br"));
  }

  @Test
  void neverTouchesOneThatWasTried() {
    long tried = scene.declare(FEW, "k1", "br", 1, "RR1");
    sweep();
    var later = clock.instant().plus(PAUSE);
    ledger.finish(
        scene.claim(tried), Scene.later(DeliveryState.READY, later, null, "no answer in time"));
    long fresh = scene.declare(FEW, "k2", "br", 1, "RR2");

    assertThat(sweep()).containsExactly(work(tried, "br"), work(fresh, "br"));
    assertThat(items(tried)).containsExactly("RR1");
    assertThat(items(fresh)).containsExactly("RR2");
  }

  @Test
  void growsWhileItsPartyIsAway() {
    long first = scene.declare(FEW, "k1", "br", 1, "RR1");
    sweep();
    scene.declare(FEW, "k2", "br", 1, "RR2");
    clock.advance(Duration.ofMinutes(1));

    assertThat(sweep()).containsExactly(work(first, "br"));
    assertThat(items(first)).containsExactly("RR1", "RR2");
  }

  @Test
  void keepsTheOrderOfVersionsWhenTheFirstMovesToAnOlderDelivery() {
    long older = scene.declare(FEW, "k1", "br", 1, "RR1");
    long amended = scene.declare("k2", "br", 2, "RR9");
    scene.declare(FEW, "k3", "br", 1, "RR2");
    long second = scene.declare("k4", "br", 2, "RR2");
    sweep();

    assertThat(ledger.claim(amended, LEASE)).isPresent();
    assertThat(ledger.claim(second, LEASE)).isEmpty();
    scene.deliver(older);
    assertThat(ledger.claim(second, LEASE)).isPresent();
  }

  @Test
  void staysWholeInTheChainAndTheStoryOfAnItem() {
    long first = scene.declare(FEW, "k1", "br", 1, "RR1");
    scene.declare(FEW, "k2", "br", 1, "RR2");
    sweep();
    scene.deliver(first);

    var faults = new ArrayList<Problem>();
    ledger.verify(faults::add);
    assertThat(faults).isEmpty();
    assertThat(ledger.delivery(first).orElseThrow().delivery().lines())
        .extracting(Delivery.Line::businessKey)
        .containsExactly("RR1", "RR2");
  }
}
