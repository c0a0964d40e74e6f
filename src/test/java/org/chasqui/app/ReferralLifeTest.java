package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chasqui.app.RegionalMessages.decision;
import static org.chasqui.app.RegionalMessages.event;
import static org.chasqui.app.RegionalMessages.preadvice;
import static org.chasqui.app.RegionalMessages.referral;
import static org.chasqui.app.RegionalMessages.response;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deadlines and alarms of referrals on a running gateway. */
class ReferralLifeTest extends ItemLifeFrame {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aReferralWithoutAnswerIsRemindedOfOnceAndThenAnAlarmUntilItIsAnswered() throws Exception {
    refer("MX-1", "RFI");
    assertThat(awaited()).contains("REFERRAL_DUE cla", "REFERRAL_OVERDUE cla");
    assertThat(story("/referrals/0/toMove")).isEqualTo("POST");
    assertThat(story("/referrals/0/until")).isNotEmpty();

    gateway.clock().advance(HOUR.multipliedBy(21));
    raised("cla", "REFERRAL_DUE cla");
    outbox("RFF+ACW:MX-1", 2);
    gateway.clock().advance(HOUR.multipliedBy(4));
    raised("cla", "REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    raised("mx", "REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    assertThat(alarms("pea", "ALL")).isEmpty();
    outbox("RFF+ACW:MX-1", 2);
    metric("chasqui_alarms{kind=\"referral-overdue\"} 1");

    tell("cla", response(ITEM, "MX-1", "RFI", ",\"answers\":[{\"answer\":\"Tazas\"}]"));
    raised("cla");
    assertThat(alarms("mx", "CLEARED")).contains("REFERRAL_OVERDUE cla", "REFERRAL_DUE cla");
    assertThat(story("/referrals/0/toMove")).isEqualTo("CUSTOMS");
    gateway.clock().advance(HOUR.multipliedBy(49));
    raised("mx", "ASSESSMENT_OVERDUE mx");
    tell("mx", decision(ITEM, "ASSESSMENT_COMPLETE"));
    raised("mx");
    assertThat(story("/referrals/0/toMove")).isEqualTo("NOBODY");
    assertThat(gateway.gateway().ledger().verify(fault -> assertThat(fault).isNull())).isPositive();
  }

  @Test
  void aReminderIsTheDocumentThatTheReferralWas() throws Exception {
    gateway.edit(
        "operators/cla.yaml",
        "(?m)^format:\\n",
        "format:\n  documents: [{codec: regional-json, kinds: [customs-referral]}]\n");
    gateway.restart();
    declare("R1", ITEM);
    tell("mx", referral(ITEM, "MX-1", 1, "RFI", "OPEN"));
    outbox("\"referralId\":\"MX-1\"", 1);

    gateway.clock().advance(HOUR.multipliedBy(21));

    outbox("\"referralId\":\"MX-1\"", 2);
    outbox("RFF+ACW:MX-1", 0);
  }

  @Test
  void whatMustNotBeLoadedIsAnAlarmUntilConfirmedAndAtOnceWhenItTravels() throws Exception {
    refer("MX-7", "DNL");
    gateway.clock().advance(HOUR.multipliedBy(3));
    raised("mx", "DO_NOT_LOAD_UNCONFIRMED cla");

    var unclear = tell("cla", notLoaded(false));
    assertThat(problems("cla", unclear)).contains("EAD-2203", "/doNotLoad/confirmed");
    raised("mx", "DO_NOT_LOAD_UNCONFIRMED cla");
    tell("cla", notLoaded(true));
    raised("mx");
    assertThat(story("/referrals/0/doNotLoad")).isEqualTo("true");

    tell("cla", event(RegionalMessages.CLA, "HELD_AT_OUTWARD_OE", ITEM));
    raised("mx");
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    raised("mx", "DO_NOT_LOAD_MOVED cla");
    tell("cla", event(RegionalMessages.CLA, "DEPARTED_OUTWARD_OE", ITEM));
    raised("mx", "DO_NOT_LOAD_MOVED cla");

    tell("mx", referral(ITEM, "MX-7", 2, "DNL", "WITHDRAWN"));
    raised("mx");
    assertThat(story("/referrals/0/doNotLoad")).isEqualTo("false");
  }

  @Test
  void anAmendmentAnswersARequestForInformation() throws Exception {
    refer("MX-1", "RFI");

    push(amended(Edi.itmatt("R2", "MX", List.of(ITEM))));

    await().atMost(PATIENCE).until(() -> story("/referrals/0/toMove").equals("CUSTOMS"));
    gateway.clock().advance(HOUR.multipliedBy(49));
    raised("mx", "ASSESSMENT_OVERDUE mx");
  }

  private static byte[] amended(byte[] original) {
    return new String(original, StandardCharsets.ISO_8859_1)
        .replaceFirst("(?<head>BGM\\+929\\+\\w+\\+)9'", "${head}5'")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The item is declared and referred, and the post is told so. */
  private void refer(String referralId, String type) throws Exception {
    declare("R1", ITEM);
    tell("mx", referral(ITEM, referralId, 1, type, "OPEN"));
    outbox("RFF+ACW:" + referralId, 1);
  }

  private static byte[] notLoaded(boolean confirmed) {
    var answer =
        ",\"doNotLoad\":{\"confirmed\":%s,\"confirmedAt\":\"2026-11-04T12:00:00Z\"}"
            .formatted(confirmed);
    return response(ITEM, "MX-7", "DNL", answer);
  }

  private void metric(String text) {
    await().atMost(PATIENCE).until(() -> gateway.get("cla", "/metrics").body().contains(text));
  }
}
