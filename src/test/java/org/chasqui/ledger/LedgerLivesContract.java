package org.chasqui.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chasqui.ledger.Scene.LEASE;
import static org.chasqui.ledger.Scene.part;

import java.util.List;
import org.chasqui.message.DecisionStatus;
import org.junit.jupiter.api.Test;

/** Ways and lives of an item id: what every ledger keeps apart. */
abstract class LedgerLivesContract extends LedgerReadingContract {
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
    var plain = scene.declaration(1, "RR1", 1);
    return new NewMessage(
        plain.id(),
        1,
        plain.kind(),
        "RR1",
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
