package org.chasqui.codec.national;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.DispatchTotals;
import org.chasqui.message.Envelope;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Place;
import org.chasqui.message.Receptacle;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;

/** Random pre-advices of one flight, the same for the same seed. */
final class Dispatches {
  private final Random random;
  private final boolean flight;

  Dispatches(long seed) {
    this.random = new Random(seed);
    this.flight = random.nextBoolean();
  }

  RegionalMessage next() {
    var dispatchId = "CLSCLAAGANUAACN6%04d".formatted(random.nextInt(10_000));
    int bags = 1 + random.nextInt(random.nextInt(10) == 0 ? 90 : 5);
    var receptacles = new ArrayList<Receptacle>();
    for (int i = 1; i <= bags; i++) {
      receptacles.add(
          new Receptacle(
              dispatchId + "%03d100%03d".formatted(i, random.nextInt(1000)),
              "BG",
              new Mass(1 + random.nextInt(30) + "." + random.nextInt(1000), "KGM"),
              random.nextInt(50),
              random.nextInt(4) == 0 ? List.of("S<" + i) : List.of(),
              false,
              List.of(),
              Map.of()));
    }
    var totals =
        random.nextBoolean()
            ? null
            : new DispatchTotals(bags, 7, new Mass("100.5", "KGM"), Map.of());
    var preadvice =
        DispatchPreadvice.builder()
            .preadviceId("0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e05")
            .version(1)
            .function(MessageFunction.ORIGINAL)
            .dispatchId(dispatchId)
            .originImpcCode("CLSCLA")
            .destinationImpcCode("AGANUA")
            .mailCategoryCode("A")
            .mailClassCode("C")
            .mailSubclassCode("CN")
            .closedAt("2026-11-22T22:10:00-03:00")
            .receptacles(receptacles)
            .legs(flight ? List.of(leg()) : List.of())
            .consignmentId(random.nextBoolean() ? "CLSCLA000118" : null)
            .totals(totals)
            .build();
    var envelope =
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e04",
            "urn:lac-ead:party:CL:post:CLA",
            MessageKind.DISPATCH_PREADVICE,
            dispatchId,
            "2026-11-23T01:00:00Z",
            null,
            null,
            null,
            false,
            Map.of());
    return new RegionalMessage(envelope, preadvice);
  }

  private static TransportLeg leg() {
    return new TransportLeg(
        1,
        "4",
        "LA",
        "LA2484",
        new Place(null, "CLSCL", "SCL", null, null, null, null, Map.of()),
        "2026-11-23T06:00:00-03:00",
        new Place(null, "AGANU", "ANU", null, null, null, null, Map.of()),
        "2026-11-23T15:20:00-04:00",
        TimeType.PLANNED,
        Map.of());
  }
}
