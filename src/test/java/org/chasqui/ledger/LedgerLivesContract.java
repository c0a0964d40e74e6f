package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.part;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

/** Ways and lives of an item id: what every ledger keeps apart. */
abstract class LedgerLivesContract extends LedgerReadingContract {
  private static final String HOME = "MXMEXACLSCLAACN60007";

  @Test
  void aWayBackAndAnotherLifeBeginAnewAndTheFormerAreKept() {
    record("k1", "br", scene.declaration(1, "RR1", 1));
    record("k2", null, scene.decision(1, "RR1", 1, DecisionStatus.REFUSED));
    var back = begun(Beginning.RETURN, "mxa", "corr-back");
    record("k3", "cl", back);
    record("k4", null, scene.decision(1, "RR1", 2, DecisionStatus.RETURN_TO_ORIGIN));

    var head = ledger.items(List.of("RR1")).get("RR1");
    assertThat(head.sender()).isEqualTo("mxa");
    assertThat(head.lastDecision()).isNull();
    assertThat(head.before().lastDecision()).isEqualTo(DecisionStatus.RETURN_TO_ORIGIN);
    assertThat(head.at(ledger.declaredTo("br", List.of("RR1")).get("RR1")).sender())
        .isEqualTo("cla");
    assertThat(ledger.itemBook().declarations(List.of("RR1")).get("RR1")).containsOnlyKeys("cl");
    assertThat(ledger.timeline("RR1").orElseThrow().messages()).hasSize(4);
    assertThat(ledger.firstDeclarations(List.of("RR1")).get("RR1").messageId())
        .isEqualTo(back.id());
    anotherLife();
  }

  private void anotherLife() {
    record("k5", "br", begun(Beginning.ANOTHER_LIFE, "cla", "corr-again"));
    var story = ledger.timeline("RR1").orElseThrow();
    assertThat(story.life()).isEqualTo(2);
    assertThat(story.messages()).hasSize(1);
    assertThat(story.deliveries()).hasSize(1);
    assertThat(story.legs())
        .extracting(Leg::begun)
        .containsExactly(Beginning.NONE, Beginning.RETURN, Beginning.ANOTHER_LIFE);
    assertThat(ledger.timeline("RR1", 1).orElseThrow().messages()).hasSize(4);
    assertThat(ledger.timeline("RR1", 3)).isEmpty();
  }

  @Test
  void theLastThatWasSentOfAnItemIsTheLastToBeTold() {
    record("a1", "br", scene.declaration(1, "RR1", 1));
    record("a2", "cl", scene.declaration(1, "RR1", 2));
    record("a3", "br", scene.declaration(1, "RR1", 3));

    var sent = ledger.itemBook().declarations(List.of("RR1")).get("RR1");

    assertThat(sent.keySet()).containsExactly("cl", "br");
    assertThat(new String(sent.get("br"), StandardCharsets.UTF_8)).contains("\"version\":3");
  }

  @Test
  void anItemWasLastChangedByItsDeclarationOrItsDecisionWhicheverIsLater() {
    record("c1", "br", scene.declaration(1, "RR1", 1));
    clock.advance(Duration.ofHours(1));
    record("c2", null, scene.decision(1, "RR1", 1, DecisionStatus.REGISTERED));
    assertThat(changed()).isEqualTo(clock.instant());
    clock.advance(Duration.ofHours(1));
    record("c3", "br", scene.declaration(1, "RR1", 2));
    assertThat(changed()).isEqualTo(clock.instant());
  }

  private Instant changed() {
    return ledger.items(List.of("RR1")).get("RR1").changedAt();
  }

  @Test
  void whatThePostOfTheDestinationDeclaredIsNotCountedAsUndeclared() {
    record("h1", "br", scene.declaration(1, "RR1", 1));
    dispatchHome();
    assertThat(ledger.alarms().standing()).isEqualTo(Map.of(AlarmKind.ITEMS_UNDECLARED, 1L));

    declareSecond();

    assertThat(ledger.alarms().standing()).isEmpty();
  }

  @Test
  void whatThePostDeclaredInAFormerLifeOfTheIdIsCountedAsUndeclared() {
    record("h0", "br", begun(Beginning.NONE, "mxa", "corr-1", "RR1"));
    record("h1", "br", begun(Beginning.ANOTHER_LIFE, "pea", "corr-3", "RR1"));
    dispatchHome();

    declareSecond();

    assertThat(ledger.alarms().standing()).isEqualTo(Map.of(AlarmKind.ITEMS_UNDECLARED, 1L));
  }

  /** A dispatch of Mexico to Chile with two items, and the alarm that it has undeclared ones. */
  private void dispatchHome() {
    var advice = scene.message(MessageKind.DISPATCH_PREADVICE, 1, HOME, 0);
    var carried =
        Stream.of("RR1", "RR2")
            .map(item -> new DispatchItem(item, advice.id(), HOME, "", "mxa"))
            .toList();
    var raise = new AlarmChange.Raise(undeclared(advice.id()));
    told("h2", new ItemLife(carried, List.of(), List.of(raise)), advice);
  }

  private void declareSecond() {
    var countries = Map.of("cla", "CL", "mxa", "MX", "pea", "PE");
    var declared = new AlarmChange.Declared(List.of("RR2"), "mxa", countries::get);
    var second = begun(Beginning.NONE, "mxa", "corr-2", "RR2");
    told("h3", new ItemLife(List.of(), List.of(), List.of(declared)), second);
  }

  private NewAlarm undeclared(long advice) {
    return new NewAlarm(
        ledger.newId(),
        "undeclared",
        AlarmKind.ITEMS_UNDECLARED,
        HOME,
        "mxa",
        null,
        null,
        "1",
        advice,
        null,
        null);
  }

  private void told(String key, ItemLife life, NewMessage message) {
    long id = scene.accept("mxa", key, key).interchangeId();
    ledger.record(
        ledger.claimInterchange(id, LEASE).orElseThrow(),
        new Interpretation(
            1, List.of(message), List.of(), List.of(), true, List.of(), List.of(), Map.of(), life));
  }

  private void record(String key, String recipient, NewMessage message) {
    long id = scene.accept(message.sender(), key, key).interchangeId();
    var messages = List.of(message);
    var deliveries =
        recipient == null
            ? List.<NewDelivery>of()
            : List.of(scene.delivery(recipient, null, messages));
    ledger.record(ledger.claimInterchange(id, LEASE).orElseThrow(), part(messages, deliveries));
  }

  private NewMessage begun(Beginning begins, String sender, String conversation) {
    return begun(begins, sender, conversation, "RR1");
  }

  private NewMessage begun(Beginning begins, String sender, String conversation, String item) {
    var plain = scene.declaration(1, item, 1);
    return new NewMessage(
        plain.id(),
        1,
        plain.kind(),
        item,
        plain.envelopeId(),
        sender,
        plain.declarationId(),
        conversation,
        1,
        plain.json(),
        false,
        null,
        false,
        null,
        begins);
  }
}
