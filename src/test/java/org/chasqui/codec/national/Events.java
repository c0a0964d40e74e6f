package org.chasqui.codec.national;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Envelope;
import org.chasqui.message.EventType;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/** Random events of items, the same for the same seed. */
final class Events {
  private final Random random;

  Events(long seed) {
    this.random = new Random(seed);
  }

  RegionalMessage next() {
    var itemId = "CP%09dCL".formatted(random.nextInt(1_000_000_000));
    var item = new DeclarationReference(itemId, null, null, null, Map.of());
    List<String> bags = random.nextBoolean() ? List.of() : List.of("CLSCLABRSAODACN60042001100105");
    var event =
        TrackingEvent.builder()
            .eventId("0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e06")
            .eventType(EventType.RETURNED)
            .sourceEventCode("EMJ")
            .sourceEventListId("UPU:M40:EMSEVT:3")
            .timeType(TimeType.ACTUAL)
            .occurredAt("2026-11-23T09:55:00-03:00")
            .scope(new Scope(List.of(item), bags, null, Map.of()))
            .reason(
                new Reason(
                    "41", null, random.nextBoolean() ? "recusado & devolvido" : null, null, null))
            .measuredMass(
                random.nextBoolean() ? new Mass("1." + random.nextInt(1000), "KGM") : null)
            .build();
    var envelope =
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e06",
            "urn:lac-ead:party:BR:post:BRA",
            MessageKind.TRACKING_EVENT,
            itemId,
            "2026-11-23T12:55:00Z",
            null,
            null,
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, event);
  }
}
