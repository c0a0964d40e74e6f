package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries whose document has no room for all their lines. */
abstract class LedgerSplitContract extends LedgerQualityContract {

  private DeliveryClaim split(DeliveryClaim claim, long rest, int... lines) {
    var ids = Arrays.stream(lines).mapToObj(index -> claim.lines().get(index).messageId()).toList();
    return ledger.split(claim, ids, rest, "REST", "key-rest");
  }

  private static List<String> items(DeliveryClaim claim) {
    return claim.lines().stream().map(DeliveryClaim.Line::businessKey).toList();
  }

  @Test
  void theRestLeavesInADeliveryOfItsOwn() {
    var claim = scene.claim(scene.declare("k1", "br", 1, "RR1", "RR2", "RR3"));
    long rest = ledger.newId();

    var kept = split(claim, rest, 1, 2);

    assertThat(items(kept)).containsExactly("RR1");
    assertThat(ledger.due(clock.instant(), LEASE, 100))
        .contains(new Work(Work.Kind.DELIVER, rest, "br"));
    var other = scene.claim(rest);
    assertThat(items(other)).containsExactly("RR2", "RR3");
    assertThat(other.reference()).isEqualTo("REST");
    assertThat(other.idempotencyKey()).isEqualTo("key-rest");
    assertThat(other.createdAt()).isEqualTo(claim.createdAt());
    assertThat(other.attempt()).isEqualTo(1);
  }

  @Test
  void everyLineIsCountedOnce() {
    var claim = scene.claim(scene.declare("k1", "br", 1, "RR1", "RR2", "RR3"));
    long rest = ledger.newId();
    var kept = split(claim, rest, 2);

    assertThat(scene.tally("br").waiting()).isEqualTo(3);
    ledger.finish(kept, outcome(DeliveryState.DELIVERED));
    assertThat(scene.tally("br").waiting()).isEqualTo(1);
    scene.deliver(rest);

    var tally = scene.tally("br");
    assertThat(List.of(tally.accepted(), tally.waiting(), tally.delivered(), tally.parked()))
        .containsExactly(3L, 0L, 3L, 0L);
    assertThat(ledger.timeline("RR3").orElseThrow().deliveries())
        .extracting(Delivery::id)
        .containsExactly(rest);
  }

  @Test
  void aLaterVersionWaitsForTheRestAsItDidForTheFirst() {
    long first = scene.declare("k1", "br", 1, "RR1", "RR2");
    var claim = scene.claim(first);
    long later = scene.declare("k2", "br", 2, "RR2");
    long rest = ledger.newId();
    var kept = split(claim, rest, 1);
    ledger.finish(kept, outcome(DeliveryState.DELIVERED));

    assertThat(ledger.claim(later, LEASE)).isEmpty();
    scene.deliver(rest);

    clock.advance(Duration.ofSeconds(1));
    assertThat(items(scene.claim(later))).containsExactly("RR2");
  }

  @Test
  void theRestOfALaterVersionWaitsForTheEarlierOne() {
    long first = scene.declare("k1", "br", 1, "RR2");
    scene.deliver(first);
    var claim = scene.claim(scene.declare("k2", "br", 2, "RR1", "RR2"));
    long rest = ledger.newId();
    var kept = split(claim, rest, 1);

    assertThat(items(scene.claim(rest))).containsExactly("RR2");
    ledger.finish(kept, outcome(DeliveryState.DELIVERED));
  }

  @Test
  void aLostClaimMovesNothing() {
    long first = scene.declare("k1", "br", 1, "RR1", "RR2");
    var lost = scene.claim(first);
    clock.advance(LEASE.plusSeconds(1));
    scene.claim(first);

    assertThatThrownBy(() -> split(lost, ledger.newId(), 1)).isInstanceOf(LedgerException.class);

    clock.advance(LEASE.plusSeconds(1));
    assertThat(items(scene.claim(first))).containsExactly("RR1", "RR2");
  }

  @Test
  void aLineThatIsNotInTheDeliveryMovesNothing() {
    long first = scene.declare("k1", "br", 1, "RR1", "RR2");
    var claim = scene.claim(first);
    var foreign = scene.claim(scene.declare("k2", "br", 1, "RR3"));
    var ids = List.of(claim.lines().getLast().messageId(), foreign.lines().getFirst().messageId());

    assertThatThrownBy(() -> ledger.split(claim, ids, ledger.newId(), "REST", "key-rest"))
        .isInstanceOf(LedgerException.class);

    ledger.finish(claim, outcome(DeliveryState.DELIVERED));
    assertThat(scene.tally("br").delivered()).isEqualTo(2);
  }

  @Test
  void aSplitIsToldInTheStoryOfItsItems() {
    var claim = scene.claim(scene.declare("k1", "br", 1, "RR1", "RR2"));
    long rest = ledger.newId();
    split(claim, rest, 1);

    assertThat(ledger.timeline("RR1").orElseThrow().events())
        .anySatisfy(
            event -> {
              assertThat(event.type()).isEqualTo("split");
              assertThat(event.detail()).containsEntry("delivery", Long.toString(rest));
            });
  }
}
