package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.bytes;
import static org.chasqui.ledger.Scene.line;
import static org.chasqui.ledger.Scene.outcome;
import static org.chasqui.ledger.Scene.part;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timelines, search and keeping: what every ledger does. */
abstract class LedgerReadingContract extends LedgerVerifyContract {
  @TempDir Path spool;

  @Test
  void tellsTheWholeStoryOfAnItem() {
    aDay();

    var timeline = ledger.timeline("RR1").orElseThrow();

    assertThat(timeline.messages()).hasSize(2);
    assertThat(timeline.messages().getFirst().json())
        .isEqualTo(bytes("{\"subject\":\"RR1\",\"version\":1}"));
    assertThat(timeline.interchanges()).hasSize(2);
    assertThat(timeline.deliveries()).hasSize(2);
    assertThat(timeline.deliveries().getFirst().lines())
        .extracting(Delivery.Line::businessKey)
        .containsExactly("RR1");
    assertThat(timeline.events())
        .extracting(Event::type)
        .containsExactly(
            "received", "interpreted", "delivered", "received", "interpreted", "offered", "told");
    assertThat(ledger.timeline("RR9")).isEmpty();
  }

  @Test
  void showsThePartyOnlyWhatItSentOrReceived() {
    scene.declare("k1", "br", 1, "RR1");
    scene.declare("k2", "ar", 1, "RR2");

    assertThat(visibleTo("br")).containsExactly("RR1");
    assertThat(visibleTo("cla")).containsExactly("RR2", "RR1");
    assertThat(visibleTo("usa")).isEmpty();
    assertThat(visibleTo(null)).containsExactly("RR2", "RR1");
  }

  private List<String> visibleTo(String party) {
    var search = new Search(party, null, null, null, null, null, null, null, 50, null);
    return ledger.search(search).rows().stream().map(MessageRow::businessKey).toList();
  }

  @Test
  void findsItemsByTheirFirstCharacters() {
    scene.declare("k1", "br", 1, "RR1CL", "RR2CL", "CP1CL");

    var rr = new Search("cla", "RR", null, null, null, null, null, null, 50, null);
    var exact = new Search(null, "CP1CL", null, null, "br", LineState.WAITING, null, null, 5, null);

    assertThat(ledger.search(rr).rows()).hasSize(2);
    assertThat(ledger.search(exact).rows()).hasSize(1);
  }

  @Test
  void pagesWithoutGapsOrRepetitions() {
    var items = new String[25];
    for (int i = 0; i < items.length; i++) {
      items[i] = "RR" + (100 + i);
    }
    scene.declare("k1", "br", 1, items);
    for (var visibleTo : new String[] {null, "cla", "br"}) {
      var seen = new ArrayList<String>();
      String cursor = null;
      do {
        var page =
            ledger.search(
                new Search(visibleTo, null, null, null, null, null, null, null, 4, cursor));
        page.rows().forEach(row -> seen.add(row.businessKey()));
        cursor = page.next();
      } while (cursor != null);
      assertThat(seen).hasSize(25).doesNotHaveDuplicates();
      assertThat(seen.getFirst()).isEqualTo("RR124");
    }
    assertThatThrownBy(
            () -> ledger.search(new Search(null, null, null, null, null, null, null, null, 4, "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pagesTheMessagesAndTheParked() {
    var items = new String[] {"RR1", "RR2", "RR3", "RR4", "RR5"};
    for (var item : items) {
      long delivery = scene.declare("k" + item, "br", 1, item);
      ledger.finish(scene.claim(delivery), Scene.later(DeliveryState.PARKED, null, null, "why"));
    }
    var first = ledger.parked("br", 3, null);
    var second = ledger.parked("br", 3, first.next());
    assertThat(first.rows()).hasSize(3);
    assertThat(second.rows()).hasSize(2);
    assertThat(second.next()).isNull();
    assertThat(first.rows().getFirst().id()).isGreaterThan(second.rows().getFirst().id());
  }

  @Test
  void keepsALargeDocumentInPieces() throws IOException {
    var content = new byte[3 * Intake.PIECE + 17];
    new Random(7).nextBytes(content);
    var file = Files.write(spool.resolve("large"), content);
    var digest = RawDocument.of(content).sha256();
    var raw = new RawDocument.Spooled(file, content.length, digest);

    var first = ledger.accept(Scene.header("cla", "k1"), raw);
    var second = ledger.accept(Scene.header("cla", "k1"), raw);

    assertThat(second)
        .isEqualTo(new Acceptance(Acceptance.Result.DUPLICATE, first.interchangeId()));
    try (var stream = ledger.raw(first.interchangeId()).orElseThrow()) {
      assertThat(stream.readAllBytes()).isEqualTo(content);
    }
    assertThat(faults()).isEmpty();
    var wrong = new RawDocument.Spooled(file, content.length, "0".repeat(64));
    assertThatThrownBy(() -> ledger.accept(Scene.header("cla", "k2"), wrong))
        .isInstanceOf(IOException.class);
    assertThat(scene.accept("cla", "k2", "A").result()).isEqualTo(Acceptance.Result.ACCEPTED);
  }

  @Test
  void purgesTheContentOfWhatIsFinishedAndKeepsDecisions() {
    aDay();
    long standing = scene.declare("k2", "br", 1, "RR3");
    clock.advance(Duration.ofDays(40));

    assertThat(ledger.purge(clock.instant().minus(Duration.ofDays(30)))).isEqualTo(4);
    assertThat(ledger.purge(clock.instant().minus(Duration.ofDays(30)))).isZero();

    var timeline = ledger.timeline("RR1").orElseThrow();
    assertThat(timeline.messages().get(0).json()).isNull();
    assertThat(timeline.messages().get(1).json()).isNotNull();
    assertThat(ledger.raw(timeline.interchanges().getFirst().id())).isEmpty();
    assertThat(ledger.delivery(timeline.deliveries().getFirst().id()).orElseThrow().document())
        .isNull();
    assertThat(scene.claim(standing).lines().getFirst().json()).isNotNull();
    assertThat(faults()).isEmpty();
  }

  @Test
  void keepsAValueForAConnector() {
    ledger.partyState("br", "cursor", "41");
    ledger.partyState("br", "cursor", "42");
    assertThat(ledger.partyState("br", "cursor")).contains("42");

    ledger.partyState("br", "cursor", null);

    assertThat(ledger.partyState("br", "cursor")).isEmpty();
  }

  @Test
  void isHealthyUntilClosed() {
    assertThat(ledger.healthy(Duration.ofSeconds(10))).isTrue();
    ledger.close();
    assertThat(ledger.healthy(Duration.ofSeconds(10))).isFalse();
  }

  @Test
  void replacesTheLossesOfAnEarlierAttempt() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var first = scene.claim(delivery);
    long message = first.lines().getFirst().messageId();
    var lossy = line(message, LineState.WAITING, null, Scene.loss());
    ledger.finish(first, outcome(DeliveryState.READY, lossy));
    ledger.finish(scene.claim(delivery), outcome(DeliveryState.DELIVERED, lossy));

    assertThat(scene.tally("br").losses()).isEqualTo(1);
    assertThat(ledger.timeline("RR1").orElseThrow().problems()).hasSize(1);
  }

  @Test
  void anAttemptThatIsHeldBackDoesNotCountAndItsLossesAreThoseOfTheNext() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    for (int i = 0; i < 3; i++) {
      var claim = scene.claim(delivery);
      assertThat(claim.attempt()).isEqualTo(1);
      var lossy = line(claim.lines().getFirst().messageId(), LineState.WAITING, null, Scene.loss());
      ledger.finish(claim, DeliveryOutcome.heldBack(clock.instant(), "no answer", List.of(lossy)));
      assertThat(scene.tally("br").losses()).isZero();
    }
    var last = scene.claim(delivery);
    var lossy = line(last.lines().getFirst().messageId(), LineState.WAITING, null, Scene.loss());
    ledger.finish(last, outcome(DeliveryState.DELIVERED, lossy));

    assertThat(ledger.delivery(delivery).orElseThrow().delivery().attempts()).isEqualTo(1);
    assertThat(scene.tally("br").losses()).isEqualTo(1);
    assertThat(ledger.timeline("RR1").orElseThrow().problems()).hasSize(1);
  }

  @Test
  void endsAnInterchangeByWhatCouldBeUsed() {
    assertThat(ended(false, false)).isEqualTo(InterchangeState.INTERPRETED);
    assertThat(ended(false, true)).isEqualTo(InterchangeState.PARTLY_REFUSED);
    assertThat(ended(true, true)).isEqualTo(InterchangeState.REFUSED);
    assertThat(scene.tally("cla").accepted()).isEqualTo(3);
    assertThat(scene.tally("cla").refused()).isEqualTo(3);
  }

  private InterchangeState ended(boolean... refused) {
    long id = scene.accept("cla", "k" + ledger.newId(), "A").interchangeId();
    var messages = new ArrayList<NewMessage>();
    for (int i = 0; i < refused.length; i++) {
      var good = scene.declaration(i + 1, "RR" + id + i, 1);
      messages.add(
          refused[i]
              ? NewMessage.unread(good.id(), i + 1, good.kind(), "RR" + id + i, "cla")
              : good);
    }
    ledger.record(ledger.claimInterchange(id, LEASE).orElseThrow(), part(messages, List.of()));
    return ledger.interchange(id).orElseThrow().state();
  }

  /** An acknowledgement that was made with its interchange. */
  private NewDelivery madeAlready() {
    long interchange = scene.accept("cla", "k1", "A").interchangeId();
    var contrl =
        new NewDelivery(
            ledger.newId(),
            "cla",
            null,
            "C1",
            "c1",
            List.of(),
            null,
            bytes("UNB"),
            "text/plain",
            null);
    var claim = ledger.claimInterchange(interchange, LEASE).orElseThrow();
    ledger.record(claim, part(new ArrayList<>(), List.of(contrl)));
    return contrl;
  }

  @Test
  void documentsMadeAlreadyHaveNoLines() {
    var contrl = madeAlready();

    var delivery = scene.claim(contrl.id());
    assertThat(delivery.document()).isEqualTo(bytes("UNB"));
    assertThat(delivery.mediaType()).isEqualTo("text/plain");
    ledger.finish(delivery, Scene.later(DeliveryState.OFFERED, null, null, null));

    var entry = ledger.outbox("cla", 10).getFirst();
    assertThat(entry.document()).isEqualTo(bytes("UNB"));
    assertThat(entry.items()).isZero();
  }

  @Test
  void tellsWhatIsOfferedUntilItIsAcknowledged() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    ledger.finish(scene.claim(delivery), outcome(DeliveryState.OFFERED));

    assertThat(ledger.offered("br", 10)).containsExactly(delivery);
    assertThat(ledger.offered("cla", 10)).isEmpty();
    ledger.acknowledge("br", List.of(delivery));
    assertThat(ledger.offered("br", 10)).isEmpty();
  }

  @Test
  void unparksADocumentWithoutLines() {
    var contrl = madeAlready();
    ledger.finish(
        scene.claim(contrl.id()), Scene.later(DeliveryState.PARKED, null, null, "EAD-9002"));

    assertThat(ledger.parked("cla", 10, null).rows()).hasSize(1);
    assertThat(ledger.replay(contrl.id(), "op")).isTrue();

    var again = scene.claim(contrl.id());
    assertThat(again.idempotencyKey()).isEqualTo("c1");
    assertThat(again.document()).isEqualTo(bytes("UNB"));
    assertThat(scene.tally("cla").parked()).isZero();
  }
}
