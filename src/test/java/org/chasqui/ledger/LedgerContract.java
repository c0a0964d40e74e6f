package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.bytes;
import static org.chasqui.ledger.Scene.header;
import static org.chasqui.ledger.Scene.line;
import static org.chasqui.ledger.Scene.outcome;
import static org.chasqui.ledger.Scene.part;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.chasqui.ledger.Acceptance.Result;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Intake, interpretation and delivery: what every ledger does. */
abstract class LedgerContract {
  final MovableClock clock = new MovableClock();
  Ledger ledger;
  Scene scene;

  /** A fresh, empty store; opens of the same test share it. */
  abstract LedgerConfiguration configuration(String node);

  @BeforeEach
  void open() {
    open(configuration("one"));
  }

  final void open(LedgerConfiguration configuration) {
    ledger = Ledgers.open(configuration.at(clock));
    scene = new Scene(ledger);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void keepsTheBytesOfAnAcceptedDocument() throws IOException {
    var acceptance = scene.accept("cla", "k1", "UNB+UNOC");

    assertThat(acceptance.result()).isEqualTo(Result.ACCEPTED);
    try (var raw = ledger.raw(acceptance.interchangeId()).orElseThrow()) {
      assertThat(raw.readAllBytes()).isEqualTo(bytes("UNB+UNOC"));
    }
    var interchange = ledger.interchange(acceptance.interchangeId()).orElseThrow();
    assertThat(interchange.header()).isEqualTo(header("cla", "k1"));
    assertThat(interchange.state()).isEqualTo(InterchangeState.ACCEPTED);
    assertThat(interchange.size()).isEqualTo(8);
    assertThat(interchange.items()).isEqualTo(-1);
  }

  @Test
  void answersDuplicateForTheSameKeyAndContent() {
    var first = scene.accept("cla", "k1", "A");

    assertThat(scene.accept("cla", "k1", "A"))
        .isEqualTo(new Acceptance(Result.DUPLICATE, first.interchangeId()));
  }

  @Test
  void answersConflictForTheSameKeyAndOtherContent() {
    var first = scene.accept("cla", "k1", "A");

    assertThat(scene.accept("cla", "k1", "B"))
        .isEqualTo(new Acceptance(Result.CONFLICT, first.interchangeId()));
    assertThat(scene.accept("usa", "k1", "B").result()).isEqualTo(Result.ACCEPTED);
  }

  @Test
  void claimsAnInterchangeOnceUntilItsLeaseEnds() {
    long id = scene.accept("cla", "k1", "A").interchangeId();

    assertThat(ledger.claimInterchange(id, LEASE)).isPresent();
    assertThat(ledger.claimInterchange(id, LEASE)).isEmpty();
    clock.advance(LEASE);
    assertThat(ledger.claimInterchange(id, LEASE)).isPresent();
  }

  @Test
  void recordsAnInterpretationInParts() {
    long id = scene.accept("cla", "k1", "A").interchangeId();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    var first = List.of(scene.declaration(1, "RR1", 1), scene.declaration(2, "RR2", 1));

    var next = ledger.record(claim, new Interpretation(2, first, List.of(), List.of(), false));
    assertThat(next.position()).isEqualTo(2);
    ledger.record(next, part(List.of(scene.declaration(3, "RR3", 1)), List.of()));

    var interchange = ledger.interchange(id).orElseThrow();
    assertThat(interchange.state()).isEqualTo(InterchangeState.INTERPRETED);
    assertThat(interchange.items()).isEqualTo(3);
    assertThat(ledger.messages(id, 10, null).rows())
        .extracting(MessageRow::businessKey)
        .containsExactly("RR1", "RR2", "RR3");
  }

  @Test
  void goesOnWhereTheLostWorkerEnded() {
    long id = scene.accept("cla", "k1", "A").interchangeId();
    var lost = ledger.claimInterchange(id, LEASE).orElseThrow();
    var kept =
        ledger.record(
            lost,
            new Interpretation(
                1, List.of(scene.declaration(1, "RR1", 1)), List.of(), List.of(), false));
    clock.advance(LEASE);

    var taken = ledger.claimInterchange(id, LEASE).orElseThrow();

    assertThat(taken.position()).isEqualTo(1);
    assertThatThrownBy(
            () -> ledger.record(kept, part(List.of(scene.declaration(2, "RR2", 1)), List.of())))
        .isInstanceOf(LedgerException.class);
    ledger.record(taken, part(List.of(scene.declaration(2, "RR2", 1)), List.of()));
    assertThat(ledger.interchange(id).orElseThrow().items()).isEqualTo(2);
  }

  @Test
  void refusesAPartThatDoesNotStartWhereTheLastEnded() {
    long id = scene.accept("cla", "k1", "A").interchangeId();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    var next =
        ledger.record(
            claim,
            new Interpretation(
                2, List.of(scene.declaration(1, "RR1", 1)), List.of(), List.of(), false));

    assertThatThrownBy(
            () -> ledger.record(next, part(List.of(scene.declaration(2, "RR2", 1)), List.of())))
        .isInstanceOf(LedgerException.class);
  }

  @Test
  void keepsProblemsWithTheirLocations() {
    long id = scene.accept("cla", "k1", "A").interchangeId();
    var claim = ledger.claimInterchange(id, LEASE).orElseThrow();
    var whole = Problem.of(ProblemCode.ENVELOPE, Location.WHOLE, "2", "3");
    var located =
        Problem.of(
            ProblemCode.ELEMENT_MISSING,
            new Location.InEdifact("7", 3, "NAD", 2, 1),
            null,
            "party\0id");
    var message = scene.declaration(1, "RR1", 1);

    ledger.record(
        claim,
        new Interpretation(
            1,
            List.of(message),
            List.of(new NewProblem(0, 0, whole), new NewProblem(1, message.id(), located)),
            List.of(),
            true));

    var rows = ledger.problems(id, 10, null).rows();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).problem()).isEqualTo(whole);
    assertThat(rows.get(1).problem().location()).isEqualTo(located.location());
    assertThat(rows.get(1).messageId()).isEqualTo(message.id());
    assertThat(scene.tally("cla").problems()).isEqualTo(2);
  }

  @Test
  void deliversABundleAndCountsItsLines() {
    long delivery = scene.declare("k1", "br", 1, "RR1", "RR2");
    assertThat(scene.tally("br").waiting()).isEqualTo(2);

    var claim = scene.claim(delivery);
    assertThat(claim.attempt()).isEqualTo(1);
    assertThat(claim.polling()).isFalse();
    assertThat(claim.lines()).extracting(DeliveryClaim.Line::businessKey).contains("RR1", "RR2");
    assertThat(claim.lines().getFirst().json())
        .isEqualTo(bytes("{\"subject\":\"RR1\",\"version\":1}"));
    ledger.finish(
        claim,
        outcome(
            DeliveryState.DELIVERED,
            line(claim.lines().get(1).messageId(), LineState.DELIVERED, "BR-77", Scene.loss())));

    var detail = ledger.delivery(delivery).orElseThrow();
    assertThat(detail.delivery().state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(detail.delivery().lines())
        .extracting(Delivery.Line::state)
        .containsOnly(LineState.DELIVERED);
    assertThat(detail.delivery().lines().get(1).nationalReference()).isEqualTo("BR-77");
    assertThat(detail.document()).isEqualTo(bytes("<sent/>"));
    assertThat(detail.problems()).hasSize(1);
    var tally = scene.tally("br");
    assertThat(tally.accepted()).isEqualTo(2);
    assertThat(tally.delivered()).isEqualTo(2);
    assertThat(tally.waiting()).isZero();
    assertThat(tally.losses()).isEqualTo(1);
    assertThat(tally.lastDelivered()).isEqualTo(clock.instant());
  }

  @Test
  void givesADeliveryToOneWorkerOnly() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var lost = scene.claim(delivery);

    assertThat(ledger.claim(delivery, LEASE)).isEmpty();
    clock.advance(LEASE);
    var taken = scene.claim(delivery);

    assertThat(taken.attempt()).isEqualTo(2);
    assertThat(taken.idempotencyKey()).isEqualTo(lost.idempotencyKey());
    assertThatThrownBy(() -> ledger.finish(lost, outcome(DeliveryState.DELIVERED)))
        .isInstanceOf(LedgerException.class);
    ledger.finish(taken, outcome(DeliveryState.DELIVERED));
    assertThat(ledger.claim(delivery, LEASE)).isEmpty();
    assertThat(scene.tally("br").delivered()).isEqualTo(1);
  }

  @Test
  void doesNotRetryBeforeItIsDue() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var due = clock.instant().plusSeconds(30);
    ledger.finish(
        scene.claim(delivery), Scene.later(DeliveryState.READY, due, null, "EAD-9002 HTTP 503"));

    assertThat(ledger.claim(delivery, LEASE)).isEmpty();
    clock.advance(Duration.ofSeconds(30));
    assertThat(scene.claim(delivery).attempt()).isEqualTo(2);
  }

  @Test
  void pollsASubmissionByItsProtocol() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var due = clock.instant().plusSeconds(5);
    ledger.finish(
        scene.claim(delivery), Scene.later(DeliveryState.SUBMITTED, due, "2026/77", null));
    var submitted = clock.instant();
    assertThat(ledger.claim(delivery, LEASE)).isEmpty();
    clock.advance(Duration.ofSeconds(5));

    var poll = scene.claim(delivery);

    assertThat(poll.polling()).isTrue();
    assertThat(poll.protocol()).isEqualTo("2026/77");
    assertThat(poll.firstSubmittedAt()).isEqualTo(submitted);
    assertThat(poll.attempt()).isEqualTo(1);
  }

  @Test
  void answersBecomeInterchangesWithTheOutcome() throws IOException {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var answer =
        new NewInterchange(
            "br",
            "answer",
            "siscomex-consulta",
            "application/json",
            "a1",
            null,
            false,
            delivery,
            Scene.RECEIVED);

    var acceptance =
        ledger.finish(
            scene.claim(delivery),
            outcome(DeliveryState.DELIVERED),
            answer,
            RawDocument.of(bytes("{}")));

    assertThat(acceptance.result()).isEqualTo(Result.ACCEPTED);
    var interchange = ledger.interchange(acceptance.interchangeId()).orElseThrow();
    assertThat(interchange.header().causedBy()).isEqualTo(delivery);
  }

  @Test
  void knowsTheLatestDeclarationAndDecisionOfAnItem() {
    scene.deliver(scene.declare("k1", "br", 1, "RR1"));
    scene.declare("k2", "br", 2, "RR1");
    scene.decide("k3", 1, DecisionStatus.HELD, "RR1");
    scene.decide("k4", 2, DecisionStatus.RELEASED, "RR1");

    var heads = ledger.items(List.of("RR1", "RR9"));

    assertThat(heads).containsOnlyKeys("RR1");
    var head = heads.get("RR1");
    assertThat(head.version()).isEqualTo(2);
    assertThat(head.sender()).isEqualTo("cla");
    assertThat(head.declarationId()).isEqualTo("D-RR1");
    assertThat(head.lastDecision()).isEqualTo(DecisionStatus.RELEASED);
    assertThat(head.lastDecisionVersion()).isEqualTo(2);
  }
}
