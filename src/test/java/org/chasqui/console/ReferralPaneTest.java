package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

class ReferralPaneTest {
  private final List<MessageRow> rows = new ArrayList<>();

  @Test
  void thePostIsToMoveWhenCustomsAsked() {
    tell(MessageKind.ITEM_DECLARATION, "cla", "{}");
    refer("R1", "OPEN");

    assertThat(moves()).containsExactly("R1 POST");
    var referral = ReferralPane.of(story()).getFirst();
    assertThat(referral.due())
        .hasValueSatisfying(due -> assertThat(due).isEqualTo("2026-11-04T20:00:00-03:00"));
    assertThat(referral.from()).isEqualTo("br");
  }

  @Test
  void customsAreToMoveOnceThePostAnsweredOrAmended() {
    refer("R1", "OPEN");
    refer("R2", "OPEN");
    tell(MessageKind.REFERRAL_RESPONSE, "cla", "{\"referralId\":\"R1\"}");
    assertThat(moves()).containsExactly("R1 CUSTOMS", "R2 POST");

    tell(MessageKind.ITEM_DECLARATION, "cla", "{}");
    assertThat(moves()).containsExactly("R1 CUSTOMS", "R2 CUSTOMS");
  }

  @Test
  void customsMayAskAgain() {
    refer("R1", "OPEN");
    tell(MessageKind.REFERRAL_RESPONSE, "cla", "{\"referralId\":\"R1\"}");
    refer("R1", "OPEN");

    assertThat(moves()).containsExactly("R1 POST");
  }

  @Test
  void nobodyIsToMoveAfterItsEndOrADecisionOfWhomReferred() {
    refer("R1", "WITHDRAWN");
    refer("R2", "OPEN");
    assertThat(moves()).containsExactly("R1 NOBODY", "R2 POST");

    tell(MessageKind.CUSTOMS_DECISION, "cl", "{}");
    assertThat(moves()).containsExactly("R1 NOBODY", "R2 POST");
    tell(MessageKind.CUSTOMS_DECISION, "br", "{}");
    assertThat(moves()).containsExactly("R1 NOBODY", "R2 NOBODY");
  }

  @Test
  void anAnswerToWhatNobodyAskedChangesNothing() {
    refer("R1", "OPEN");
    tell(MessageKind.REFERRAL_RESPONSE, "cla", "{\"referralId\":\"R9\"}");

    assertThat(moves()).containsExactly("R1 POST");
  }

  @Test
  void thePaneSaysItInWords() {
    refer("R1", "OPEN");

    var pane = new ReferralPane(Texts.of(Locale.of("es")), ReferralPane.of(story())).render();

    assertThat(pane.fragment()).contains("R1", "Se pide información", "Al correo");
    assertThat(new ReferralPane(Texts.of(Locale.of("es")), List.of()).render()).isNull();
  }

  private List<String> moves() {
    return ReferralPane.of(story()).stream().map(one -> one.id() + " " + one.move()).toList();
  }

  private Timeline story() {
    return new Timeline("CP123456785CL", rows, List.of(), List.of(), List.of(), List.of());
  }

  private void refer(String id, String state) {
    tell(
        MessageKind.CUSTOMS_REFERRAL,
        "br",
        """
        {"referralId":"%s","type":"RFI","state":"%s","dueAt":"2026-11-04T20:00:00-03:00"}"""
            .formatted(id, state));
  }

  private void tell(MessageKind kind, String sender, String data) {
    rows.add(
        new MessageRow(
            rows.size() + 1,
            1,
            1,
            kind,
            "CP123456785CL",
            "e",
            sender,
            1,
            false,
            kind == MessageKind.CUSTOMS_DECISION ? DecisionStatus.RELEASED : null,
            Instant.EPOCH,
            ("{\"data\":" + data + "}").getBytes(StandardCharsets.UTF_8)));
  }
}
