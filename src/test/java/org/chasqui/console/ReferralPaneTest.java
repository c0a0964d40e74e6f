package org.chasqui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chasqui.ledger.Alarm;
import org.chasqui.ledger.AlarmKind;
import org.chasqui.ledger.AlarmState;
import org.chasqui.ledger.Beginning;
import org.chasqui.ledger.MessageRow;
import org.chasqui.ledger.Timeline;
import org.chasqui.message.MessageKind;
import org.junit.jupiter.api.Test;

class ReferralPaneTest {
  private static final String ITEM = "CP123456785CL";
  private static final Instant OWN = Instant.parse("2026-11-04T23:00:00Z");
  private static final Instant SET = Instant.parse("2026-11-05T10:00:00Z");
  private final List<MessageRow> rows = new ArrayList<>();
  private final List<Alarm> alarms = new ArrayList<>();

  @Test
  void thePostIsToMoveUntilTheDueTimeOfTheReferral() {
    tell(MessageKind.ITEM_DECLARATION, "cla", "{\"function\":\"ORIGINAL\"}");
    refer("R1", "OPEN", ",\"dueAt\":\"2026-11-04T20:00:00-03:00\"");

    var referral = ReferralPane.of(story()).getFirst();

    assertThat(moves()).containsExactly("R1 POST");
    assertThat(referral.from()).isEqualTo("br");
    assertThat(referral.due()).contains(OWN);
    assertThat(referral.until()).contains(OWN);
  }

  @Test
  void aTimeThatTheProfileSetsIsShownWhereTheReferralHasNone() {
    refer("R1", "OPEN", "");
    alarms.add(alarm(AlarmKind.REFERRAL_OVERDUE, "cla", "br"));

    var referral = ReferralPane.of(story()).getFirst();

    assertThat(referral.due()).isEmpty();
    assertThat(referral.until()).contains(SET);
  }

  @Test
  void customsAreToMoveByTheirOwnTimeOnceThePostAnswered() {
    refer("R1", "OPEN", "");
    alarms.add(alarm(AlarmKind.ASSESSMENT_OVERDUE, "br", "cla"));
    tell(MessageKind.REFERRAL_RESPONSE, "cla", "{\"referralId\":\"R1\",\"type\":\"RFI\"}");

    assertThat(moves()).containsExactly("R1 CUSTOMS");
    assertThat(ReferralPane.of(story()).getFirst().until()).contains(SET);
  }

  @Test
  void aRefusedMessageMovesNothing() {
    refer("R1", "OPEN", "");
    var last = rows.removeLast();
    rows.add(
        new MessageRow(
            last.id(),
            1,
            1,
            last.kind(),
            ITEM,
            "e",
            "br",
            1,
            true,
            null,
            Instant.EPOCH,
            null,
            Beginning.NONE,
            null));

    assertThat(moves()).isEmpty();
  }

  @Test
  void nobodyIsToMoveOnceItIsWithdrawn() {
    refer("R1", "WITHDRAWN", "");

    assertThat(moves()).containsExactly("R1 NOBODY");
    assertThat(ReferralPane.of(story()).getFirst().until()).isEmpty();
  }

  @Test
  void thePaneSaysItInWords() {
    refer("R1", "OPEN", "");

    var pane = new ReferralPane(Texts.of(Locale.of("es")), ReferralPane.of(story())).render();

    assertThat(pane.fragment()).contains("R1", "Se pide información", "Al correo");
    assertThat(new ReferralPane(Texts.of(Locale.of("es")), List.of()).render()).isNull();
  }

  private List<String> moves() {
    return ReferralPane.of(story()).stream().map(one -> one.id() + " " + one.move()).toList();
  }

  private Timeline story() {
    return new Timeline(
        ITEM, rows, List.of(), List.of(), List.of(), List.of(), alarms, List.of(), List.of(),
        List.of(), 1);
  }

  private static Alarm alarm(AlarmKind kind, String party, String other) {
    return new Alarm(
        1, kind, ITEM, party, other, "R1", "RFI", 1, AlarmState.AWAITED, SET, SET, null, null);
  }

  private void refer(String id, String state, String more) {
    tell(
        MessageKind.CUSTOMS_REFERRAL,
        "br",
        """
        {"referralId":"%s","type":"RFI","state":"%s"%s}"""
            .formatted(id, state, more));
  }

  private void tell(MessageKind kind, String sender, String data) {
    var json =
        "{\"specversion\":\"1.0\",\"id\":\"e\",\"type\":\"%s\",\"data\":%s}"
            .formatted(kind.type(), data);
    rows.add(
        new MessageRow(
            rows.size() + 1,
            1,
            1,
            kind,
            ITEM,
            "e",
            sender,
            1,
            false,
            null,
            Instant.EPOCH,
            json.getBytes(StandardCharsets.UTF_8),
            Beginning.NONE,
            null));
  }
}
