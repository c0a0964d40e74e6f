package org.chasqui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.chasqui.app.RegionalMessages.event;
import static org.chasqui.app.RegionalMessages.preadvice;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected events and undeclared items on a running gateway whose clock a test moves. */
class ItemLifeTest extends ItemLifeFrame {
  @Test
  void anExpectedEventThatDoesNotComeIsAnAlarmUntilItComesLate() throws Exception {
    declare("R1", ITEM);
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> awaited().contains("EVENT_MISSING pea"));

    gateway.clock().advance(Duration.ofDays(6));
    raised("pea", "EVENT_MISSING pea");
    raised("cla", "EVENT_MISSING pea");
    var shown = JSON.readTree(gateway.get("cla", "/v1/items/" + DISPATCH).body());
    assertThat(shown.at("/alarms/0/kind").asText()).isEqualTo("EVENT_MISSING");
    assertThat(shown.at("/alarms/0/text").asText()).contains("Arrived at the inward office");
    tell("pea", event(RegionalMessages.PEA, "ARRIVED_INWARD_OE", ITEM));

    raised("cla");
    assertThat(alarms("cla", "CLEARED")).containsExactly("EVENT_MISSING pea");
    gateway.clock().advance(Duration.ofDays(10));
    raised("pea", "EVENT_MISSING pea");
    var listed = JSON.readTree(gateway.get("cla", "/v1/alarms?subject=" + ITEM).body());
    assertThat(listed.at("/alarms/0/text").asText()).contains("Delivered");
  }

  @Test
  void anEventThatCameBeforeThePreAdviceIsNotMissed() throws Exception {
    declare("R1", ITEM);
    tell("pea", event(RegionalMessages.PEA, "ARRIVED_INWARD_OE", SECOND, ITEM));
    tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM)));
    await().atMost(PATIENCE).until(() -> awaited().size() == 3);

    gateway.clock().advance(Duration.ofDays(6));

    await().atMost(PATIENCE).until(() -> awaited().size() == 2);
    assertThat(alarms("pea", "ALL")).isEmpty();
  }

  @Test
  void aPostIsToldOfUndeclaredAndMissingItemsOfItsDispatch() throws Exception {
    declare("R1", ITEM);
    var sent = tell("cla", preadvice(DISPATCH, 1, "ORIGINAL", List.of(ITEM, SECOND)));
    assertThat(problems("cla", sent)).contains("EAD-2204", "/receptacles/0/items/1/itemId", SECOND);
    raised("cla", "ITEMS_UNDECLARED cla");

    var amended = tell("cla", preadvice(DISPATCH, 2, "AMENDMENT", List.of(SECOND)));
    assertThat(problems("cla", amended)).contains("EAD-2205", ITEM);
    declare("R2", SECOND);

    raised("cla");
    assertThat(alarms("cla", "CLEARED")).containsExactly("ITEMS_UNDECLARED cla");
  }
}
