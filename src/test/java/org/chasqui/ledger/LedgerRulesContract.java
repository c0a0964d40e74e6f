package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chasqui.message.Location;
import org.junit.jupiter.api.Test;

/** Rules that assessed declarations, and deliveries that wait for opening hours. */
abstract class LedgerRulesContract extends LedgerSplitContract {
  private static final String RULE = "{\"name\":\"de-minimis\"}";
  private static final String REFERENCE =
      Digests.hex(Digests.of(Scene.bytes(RULE))).substring(0, 32);
  private static final String ASSESSMENT = "1|br|2026-11-03\n" + REFERENCE + "|WITHIN|40.00 USD";

  private NewMessage assessed(String item) {
    ledger.rules().keep(Map.of(REFERENCE, RULE));
    long interchange = scene.accept("cla", "k" + item, "ITMATT").interchangeId();
    var message = scene.declaration(1, item, 1);
    var delivery = scene.delivery("br", null, List.of(message));
    ledger.record(
        ledger.claimInterchange(interchange, LEASE).orElseThrow(),
        new Interpretation(
            1,
            List.of(message),
            List.of(),
            List.of(delivery),
            true,
            List.of(),
            List.of(),
            Map.of(message.id(), ASSESSMENT),
            ItemLife.NONE));
    scene.deliver(delivery.id());
    return message;
  }

  @Test
  void keepsTheTextOfARuleOnce() {
    ledger.rules().keep(Map.of(REFERENCE, RULE, "other", "{}"));
    ledger.rules().keep(Map.of(REFERENCE, RULE));

    assertThat(ledger.rules().texts(List.of(REFERENCE, "unknown")))
        .containsExactly(Map.entry(REFERENCE, RULE));
  }

  @Test
  void saysWhichRulesAssessedADeclarationEvenAfterItWasPurged() {
    var message = assessed("RR1");
    scene.deliver(scene.declare("k2", "br", 1, "RR2"));

    assertThat(ledger.rules().assessments("RR1"))
        .containsExactly(Map.entry(message.id(), ASSESSMENT));
    assertThat(ledger.rules().assessments("RR2")).isEmpty();

    clock.advance(Duration.ofDays(60));
    assertThat(ledger.purge(clock.instant().minus(Duration.ofDays(30)))).isPositive();

    assertThat(ledger.rules().assessments("RR1"))
        .containsExactly(Map.entry(message.id(), ASSESSMENT));
    assertThat(faults()).isEmpty();
  }

  @Test
  void findsAnAssessmentThatWasChangedOrRemoved() {
    var message = assessed("RR1");
    assertThat(faults()).isEmpty();

    for (var changed : List.of("'1|br|2026-11-04'", "NULL")) {
      sql("UPDATE message SET assessment = " + changed + " WHERE id = " + message.id());
      assertThat(faults())
          .singleElement()
          .satisfies(fault -> assertThat(pointer(fault.location())).endsWith("/messages/1-1"));
    }
  }

  @Test
  void findsARuleThatWasChangedOrRemoved() {
    assessed("RR1");

    sql("UPDATE rule_text SET content = '{}'");
    assertThat(faults())
        .singleElement()
        .satisfies(f -> assertThat(pointer(f.location())).isEqualTo("/rules/" + REFERENCE));
    sql("DELETE FROM rule_text");
    assertThat(faults()).singleElement().satisfies(f -> assertThat(f.found()).isEqualTo("nothing"));
  }

  private void answered(NewMessage message, String service, String applied) {
    var at = clock.instant();
    ledger
        .rules()
        .enrichments()
        .keep("br", 7, at, List.of(new Enriched(message.id(), service, applied, at)));
  }

  @Test
  void keepsWhatAServiceAnsweredAboutAnItemOnce() {
    var message = assessed("RR1");
    answered(message, "quota", REFERENCE + "|WITHIN|40.00 USD");
    clock.advance(Duration.ofSeconds(1));
    answered(message, "quota", REFERENCE + "|ABOVE|40.00 USD");

    assertThat(ledger.rules().enrichments().of("RR1"))
        .extracting(Enriched::messageId, Enriched::name, Enriched::applied)
        .containsExactly(tuple(message.id(), "quota", REFERENCE + "|WITHIN|40.00 USD"));
    assertThat(ledger.rules().enrichments().asked(List.of(message.id(), 1L)))
        .containsExactly(Map.entry(message.id(), Set.of("quota")));
    assertThat(ledger.rules().enrichments().assessments(List.of(message.id())))
        .containsExactly(Map.entry(message.id(), ASSESSMENT));
    assertThat(faults()).isEmpty();
  }

  @Test
  void findsAnAnswerThatWasChangedOrRemoved() {
    answered(assessed("RR1"), "quota", REFERENCE + "|WITHIN");

    for (var change :
        List.of("UPDATE enrichment SET applied = 'other'", "DELETE FROM enrichment")) {
      sql(change);
      assertThat(faults())
          .singleElement()
          .satisfies(fault -> assertThat(pointer(fault.location())).endsWith("/answers"));
    }
  }

  private static String pointer(Location location) {
    return ((Location.AtPointer) location).pointer();
  }

  private Instant later(int seconds) {
    return clock.instant().plusSeconds(seconds);
  }

  private List<Long> dueAt(Instant moment) {
    return ledger.due(moment, Duration.ZERO, 100).stream().map(Work::id).toList();
  }

  private List<Event> closings(String item) {
    return ledger.timeline(item).orElseThrow().events().stream()
        .filter(event -> event.type().equals("closed"))
        .toList();
  }

  @Test
  void aHeldDeliveryIsDueWhenItsPartyOpensAndLosesNoAttempt() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var until = later(7_200);

    ledger.holding().hold("br", List.of(delivery), until);

    assertThat(dueAt(later(7_199))).isEmpty();
    assertThat(dueAt(later(7_200))).containsExactly(delivery);
    assertThat(scene.claim(delivery).attempt()).isEqualTo(1);
  }

  @Test
  void theTimelineSaysOnceUntilWhen() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    var until = later(7_200);

    ledger.holding().hold("br", List.of(delivery), until);
    ledger.holding().hold("br", List.of(delivery), until);
    assertThat(closings("RR1"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.party()).isEqualTo("br");
              assertThat(event.deliveryId()).isEqualTo(delivery);
              assertThat(event.detail()).containsExactly(Map.entry("until", until.toString()));
            });

    ledger.holding().hold("br", List.of(delivery), later(90_000));
    assertThat(closings("RR1")).hasSize(2);
    assertThat(faults()).isEmpty();
  }

  @Test
  void whatAWorkerHasOrIsFinishedIsNotHeld() {
    long taken = scene.declare("k1", "br", 1, "RR1");
    long finished = scene.declare("k2", "br", 1, "RR2");
    var claim = scene.claim(taken);
    scene.deliver(finished);

    ledger.holding().hold("br", List.of(taken, finished), later(7_200));

    assertThat(closings("RR1")).isEmpty();
    assertThat(closings("RR2")).isEmpty();
    ledger.finish(claim, outcome(DeliveryState.DELIVERED));
  }

  @Test
  void whatAWorkerLeftBehindIsHeld() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    scene.claim(delivery);
    clock.advance(LEASE.plusSeconds(1));

    ledger.holding().hold("br", List.of(delivery), later(7_200));

    assertThat(dueAt(later(7_199))).isEmpty();
    assertThat(dueAt(later(7_200))).containsExactly(delivery);
  }

  @Test
  void aRestartForgetsTheHoldingButNotTheDelivery() {
    long delivery = scene.declare("k1", "br", 1, "RR1");
    ledger.holding().hold("br", List.of(delivery), later(7_200));
    ledger.close();
    open(configuration("one"));

    ledger.recover();

    assertThat(dueAt(clock.instant())).containsExactly(delivery);
  }

  @Test
  void sendersSeeWhatIsHeldWhileItWaits() {
    var items = IntStream.range(0, 250).mapToObj(i -> "RR" + i).toArray(String[]::new);
    long delivery = scene.declare("k1", "br", 1, items);
    long other = scene.declare("k2", "ar", 1, "AA1");
    var messages =
        ledger.delivery(delivery).orElseThrow().delivery().lines().stream()
            .map(Delivery.Line::messageId)
            .toList();
    var until = clock.instant().plusSeconds(7_200);

    assertThat(ledger.holding().held(messages, clock.instant())).isEmpty();
    ledger.holding().hold("br", List.of(delivery), until);
    ledger.holding().hold("ar", List.of(other), until);

    assertThat(ledger.holding().held(messages, clock.instant()))
        .containsExactly(new Held(delivery, "br", until, Held.For.OPENING));
    assertThat(ledger.holding().held(messages, until)).isEmpty();
    assertThat(ledger.holding().held(List.of(), clock.instant())).isEmpty();
    scene.deliver(delivery);
    assertThat(ledger.holding().held(messages, clock.instant())).isEmpty();
  }
}
