package org.chasqui.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.chasqui.message.EventType;
import org.chasqui.message.Place;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;
import org.junit.jupiter.api.Test;

class TravelTest {
  @Test
  void anArrivalInOneCountryIsNoneInAnother() {
    var back = event(EventType.ARRIVED_INWARD_OE, "CLSCLA");

    assertThat(Travel.isOfAnother(back, "BR")).isTrue();
    assertThat(Travel.isOfAnother(back, "CL")).isFalse();
  }

  @Test
  void whatHappensElsewhereOnTheWayConcernsTheCountryOfDestination() {
    assertThat(Travel.isOfAnother(event(EventType.DEPARTED_OUTWARD_OE, "CLSCLA"), "BR")).isFalse();
    assertThat(Travel.isOfAnother(event(EventType.ARRIVED_INWARD_OE, null), "BR")).isFalse();
  }

  private static TrackingEvent event(EventType type, String impc) {
    return TrackingEvent.builder()
        .eventId("e")
        .eventType(type)
        .timeType(TimeType.ACTUAL)
        .occurredAt("2026-11-04T09:00:00Z")
        .scope(new Scope(List.of(), List.of(), null, Map.of()))
        .location(impc == null ? null : place(impc))
        .build();
  }

  private static Place place(String impc) {
    return new Place(impc, null, null, null, null, null, null, Map.of());
  }
}
