package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.bytes;
import static org.chasqui.ledger.Scene.line;
import static org.chasqui.ledger.Scene.outcome;
import static org.chasqui.ledger.Scene.part;

import java.time.Duration;
import java.util.List;
import org.chasqui.message.DecisionStatus;
import org.junit.jupiter.api.Test;

/** Order, parking, decisions, the outbox and what stands still: what every ledger does. */
abstract class LedgerFlowContract extends LedgerContract {

  @Test
  void holdsALaterVersionUntilTheEarlierIsDelivered() {
    long first = scene.declare("k1", "br", 1, "RR1", "RR2");
    long second = scene.declare("k2", "br", 2, "RR2");
    long other = scene.declare("k3", "ar", 2, "RR2");

    assertThat(ledger.claim(second, LEASE)).isEmpty();
    assertThat(ledger.claim(other, LEASE)).isPresent();
    scene.deliver(first);
    assertThat(ledger.claim(second, LEASE)).isPresent();
  }

  /** What waits for a decision must not hold back what changes it. */
  @Test
  void aLaterVersionGoesOnceThePartyHasSaidAnythingOfTheEarlier() {
    long first = scene.declare("k1", "br", 1, "RR1", "RR2");
    var due = clock.instant().plusSeconds(5);
    ledger.finish(scene.claim(first), Scene.later(DeliveryState.SUBMITTED, due, "P1", null));
    long second = scene.declare("k2", "br", 2, "RR1");
    long third = scene.declare("k3", "br", 2, "RR2");
    assertThat(ledger.claim(second, LEASE)).isEmpty();

    scene.decide("d1", 1, DecisionStatus.REGISTERED, "RR1");

    assertThat(ledger.claim(second, LEASE)).isPresent();
    assertThat(ledger.claim(third, LEASE)).isEmpty();
  }

  @Test
  void tellsAllThatWasRecordedUnderAKeyOldestFirst() {
    scene.declare("k1", "br", 1, "RR1", "RR2");
    scene.declare("k2", "br", 2, "RR1");
    scene.decide("d1", 1, DecisionStatus.REGISTERED, "RR1");

    var recorded = ledger.recorded(List.of("RR1", "RR9"));

    assertThat(recorded).containsOnlyKeys("RR1");
    assertThat(recorded.get("RR1"))
        .extracting(RecordedMessage::sender)
        .containsExactly("cla", "cla", "br");
  }

  @Test
  void deliveriesNeverWaitForEachOther() {
    long first = scene.accept("cla", "k1", "A").interchangeId();
    var both = List.of(scene.declaration(1, "RR1", 2), scene.declaration(2, "RR1", 1));
    var bundle = scene.delivery("br", null, both);
    ledger.record(ledger.claimInterchange(first, LEASE).orElseThrow(), part(both, List.of(bundle)));
    scene.declare("k2", "br", 1, "RR1");

    assertThat(ledger.claim(bundle.id(), LEASE)).isPresent();
  }

  @Test
  void findsAHeldVersionAgainShortly() {
    scene.declare("k1", "br", 1, "RR1");
    long second = scene.declare("k2", "br", 2, "RR1");
    clock.advance(Duration.ofMinutes(1));
    ledger.due(clock.instant(), Duration.ofHours(1), 100);

    assertThat(ledger.claim(second, LEASE)).isEmpty();

    assertThat(ledger.due(clock.instant().plusSeconds(1), LEASE, 100))
        .contains(new Work(Work.Kind.DELIVER, second, "br"));
  }

  @Test
  void aParkedVersionHoldsNobodyAndIsOvertakenForGood() {
    long first = scene.declare("k1", "br", 1, "RR1");
    long second = scene.declare("k2", "br", 2, "RR1");
    ledger.finish(scene.claim(first), Scene.later(DeliveryState.PARKED, null, null, "EAD-9001"));

    scene.deliver(second);

    assertThat(ledger.replay(first, "op")).isFalse();
    assertThat(ledger.parked("br", 10, null).rows()).extracting(Delivery::id).contains(first);
  }

  @Test
  void tellsAPollFromAPollThatFailed() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var now = clock.instant();
    ledger.finish(scene.claim(delivery), Scene.later(DeliveryState.SUBMITTED, now, "P1", null));
    ledger.finish(scene.claim(delivery), Scene.later(DeliveryState.SUBMITTED, now, "P1", null));
    ledger.finish(
        scene.claim(delivery),
        Scene.later(DeliveryState.SUBMITTED, now, "P1", "connection refused"));

    assertThat(ledger.timeline("RR1").orElseThrow().events())
        .extracting(Event::type)
        .endsWith("submitted", "polled", "delayed");
  }

  @Test
  void parksADeliveryWithItsReasonAndReplaysItUnderTheSameKey() {
    long delivery = scene.declare("k1", "br", 1, "RR1", "RR2");
    var before = scene.claim(delivery);
    ledger.finish(before, Scene.later(DeliveryState.PARKED, null, null, "EAD-9002 gave up"));
    assertThat(scene.tally("br").parked()).isEqualTo(2);
    var parked = ledger.parked(null, 10, null).rows().getFirst();
    assertThat(parked.reason()).isEqualTo("EAD-9002 gave up");
    assertThat(parked.lines()).extracting(Delivery.Line::state).containsOnly(LineState.PARKED);
    assertThat(ledger.claim(delivery, LEASE)).isEmpty();

    assertThat(ledger.replay(delivery, "op")).isTrue();
    assertThat(ledger.replay(delivery, "op")).isFalse();

    var again = scene.claim(delivery);
    assertThat(again.attempt()).isEqualTo(1);
    assertThat(again.idempotencyKey()).isEqualTo(before.idempotencyKey());
    assertThat(again.lines()).hasSize(2);
    ledger.finish(again, outcome(DeliveryState.DELIVERED));
    var tally = scene.tally("br");
    assertThat(List.of(tally.parked(), tally.waiting(), tally.delivered()))
        .containsExactly(0L, 0L, 2L);
  }

  @Test
  void parksOneLineAndReplaysOnlyThatUnderAnotherKey() {
    long delivery = scene.declare("k1", "br", 1, "RR1", "RR2", "RR3");
    var before = scene.claim(delivery);
    long bad = before.lines().get(1).messageId();
    long never = before.lines().get(2).messageId();
    ledger.finish(
        before,
        outcome(
            DeliveryState.DELIVERED,
            line(bad, LineState.PARKED, null, Scene.loss()),
            line(never, LineState.REFUSED, null)));

    var parked = ledger.parked("br", 10, null).rows().getFirst();
    assertThat(parked.lines())
        .extracting(Delivery.Line::state)
        .containsExactly(LineState.DELIVERED, LineState.PARKED, LineState.REFUSED);
    assertThat(scene.tally("br").delivered()).isEqualTo(1);
    assertThat(scene.tally("br").parked()).isEqualTo(1);
    assertThat(ledger.replay(delivery, "op")).isTrue();

    var again = scene.claim(delivery);
    assertThat(again.lines()).extracting(DeliveryClaim.Line::messageId).containsExactly(bad);
    assertThat(again.idempotencyKey()).isNotEqualTo(before.idempotencyKey());
    assertThat(again.document()).isNull();
    ledger.finish(again, outcome(DeliveryState.DELIVERED));
    assertThat(ledger.delivery(delivery).orElseThrow().delivery().lines())
        .extracting(Delivery.Line::state)
        .containsExactly(LineState.DELIVERED, LineState.DELIVERED, LineState.REFUSED);
    assertThat(scene.tally("br").delivered()).isEqualTo(2);
    assertThat(scene.tally("br").parked()).isZero();
    assertThat(scene.tally("br").waiting()).isZero();
    assertThat(ledger.parked(null, 10, null).rows()).isEmpty();
  }

  @Test
  void carriesOnlyWhatIsLeftAfterAPartlyGoodAttempt() {
    long delivery = scene.declare("k1", "br", 1, "RR1", "RR2");
    var first = scene.claim(delivery);
    ledger.finish(
        first,
        outcome(
            DeliveryState.READY,
            line(first.lines().getFirst().messageId(), LineState.DELIVERED, "N1")));

    var second = scene.claim(delivery);

    assertThat(second.lines()).extracting(DeliveryClaim.Line::businessKey).containsExactly("RR2");
    assertThat(second.idempotencyKey()).isNotEqualTo(first.idempotencyKey());
    assertThat(scene.tally("br").delivered()).isEqualTo(1);
    assertThat(scene.tally("br").waiting()).isEqualTo(1);
  }

  @Test
  void givesTheDocumentThatWasMadeToTheNextAttempt() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    ledger.finish(scene.claim(delivery), outcome(DeliveryState.READY));

    assertThat(scene.claim(delivery).document()).isEqualTo(bytes("<sent/>"));
  }

  @Test
  void aDecisionDecidesWhatWasDeliveredAndIsCountedOnce() {
    scene.deliver(scene.declare("k1", "br", 1, "RR1", "RR2"));
    scene.decide("d1", 1, DecisionStatus.REGISTERED, "RR1");
    assertThat(scene.tally("br").decided()).isZero();

    scene.decide("d2", 2, DecisionStatus.HELD, "RR1");
    scene.decide("d3", 3, DecisionStatus.RELEASED, "RR1");

    assertThat(scene.tally("br").decided()).isEqualTo(1);
    var search = new Search(null, null, null, null, "br", LineState.DECIDED, null, null, 9, null);
    assertThat(ledger.search(search).rows())
        .extracting(MessageRow::businessKey)
        .containsExactly("RR1");
  }

  @Test
  void aDecisionBeforeTheSubmissionIsConfirmedCountsToo() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var claim = scene.claim(delivery);
    scene.decide("d1", 1, DecisionStatus.RELEASED, "RR1");

    ledger.finish(claim, outcome(DeliveryState.DELIVERED));

    assertThat(scene.tally("br").decided()).isEqualTo(1);
    assertThat(scene.tally("br").delivered()).isEqualTo(1);
  }

  @Test
  void aDecisionSaysNothingOfAVersionThatWasNotSent() {
    scene.deliver(scene.declare("k1", "br", 1, "RR1"));
    long second = scene.declare("k2", "br", 2, "RR1");
    scene.decide("d1", 1, DecisionStatus.HELD, "RR1");
    assertThat(scene.tally("br").decided()).isEqualTo(1);

    scene.deliver(second);
    scene.decide("d2", 2, DecisionStatus.RELEASED, "RR1");

    assertThat(scene.tally("br").decided()).isEqualTo(2);
  }

  @Test
  void countsADecisionAsToldWhenThePostAcknowledges() {
    scene.deliver(scene.declare("k1", "br", 1, "RR1", "RR2"));
    long first = scene.decide("d1", 1, DecisionStatus.HELD, "RR1", "RR2");
    long second = scene.decide("d2", 2, DecisionStatus.RELEASED, "RR1");
    for (var delivery : List.of(first, second)) {
      ledger.finish(scene.claim(delivery), outcome(DeliveryState.OFFERED));
    }
    assertThat(ledger.outbox("cla", 10))
        .extracting(OutboxEntry::deliveryId)
        .containsExactly(first, second);
    assertThat(ledger.outbox("cla", 10).getFirst().document()).isEqualTo(bytes("<sent/>"));
    assertThat(scene.tally("br").told()).isZero();

    assertThat(ledger.acknowledge("usa", List.of(first))).isZero();
    assertThat(ledger.acknowledge("cla", List.of(first, second, 1L))).isEqualTo(2);
    assertThat(ledger.acknowledge("cla", List.of(first))).isZero();

    assertThat(ledger.outbox("cla", 10)).isEmpty();
    assertThat(scene.tally("br").told()).isEqualTo(2);
    assertThat(scene.tally("cla").told()).isEqualTo(2);
    assertThat(scene.tally("cla").waiting()).isZero();
  }

  @Test
  void handsOutEachStandingWorkOnce() {
    long interchange = scene.accept("cla", "k0", "A").interchangeId();
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var now = clock.instant();
    assertThat(ledger.due(now, LEASE, 100)).isEmpty();

    var later = now.plusSeconds(60);
    assertThat(ledger.due(later, LEASE, 100))
        .containsExactly(
            new Work(Work.Kind.INTERPRET, interchange, "cla"),
            new Work(Work.Kind.DELIVER, delivery, "br"));
    assertThat(ledger.due(later, LEASE, 100)).isEmpty();
    assertThat(ledger.due(later.plus(LEASE), LEASE, 1)).hasSize(1);
  }

  @Test
  void findsRetriesPollsAndEndedLeases() {
    long retry = scene.declare("k1", "br", 1, "RR1");
    long poll = scene.declare("k2", "br", 1, "RR2");
    long pushed = scene.declare("k3", "br", 1, "RR3");
    long lost = scene.declare("k4", "br", 1, "RR4");
    var due = clock.instant().plusSeconds(20);
    ledger.finish(scene.claim(retry), Scene.later(DeliveryState.READY, due, null, "later"));
    ledger.finish(scene.claim(poll), Scene.later(DeliveryState.SUBMITTED, due, "P", null));
    ledger.finish(scene.claim(pushed), Scene.later(DeliveryState.SUBMITTED, null, "Q", null));
    scene.claim(lost);

    assertThat(ledger.due(due, LEASE, 100))
        .containsExactly(
            new Work(Work.Kind.DELIVER, retry, "br"), new Work(Work.Kind.POLL, poll, "br"));
    assertThat(ledger.due(due.plusSeconds(40), LEASE, 100))
        .containsExactly(new Work(Work.Kind.DELIVER, lost, "br"));
  }

  @Test
  void givesUpTheClaimsOfItsEarlierLife() {
    long interchange = scene.accept("cla", "k0", "A").interchangeId();
    ledger.claimInterchange(interchange, LEASE);
    long delivery = scene.declare("k1", "br", 1, "RR1");
    scene.claim(delivery);
    long queued = scene.declare("k2", "br", 1, "RR2");
    long newest = ledger.newId();
    ledger.close();
    open(configuration("one"));

    assertThat(ledger.recover()).isEqualTo(2);

    assertThat(ledger.newId()).isGreaterThan(newest);
    assertThat(ledger.due(clock.instant(), LEASE, 100))
        .extracting(Work::id)
        .containsExactly(interchange, delivery, queued);
    assertThat(scene.claim(delivery).attempt()).isEqualTo(2);
    assertThat(ledger.claimInterchange(interchange, LEASE)).isPresent();
  }
}
