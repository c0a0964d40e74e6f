package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.DispatchTotals;
import org.chasqui.message.Document;
import org.chasqui.message.Envelope;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Place;
import org.chasqui.message.Receptacle;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;

/** Pre-advices from Santiago to Sao Paulo, for tests of the messages to carriers. */
final class Preadvices {
  private Preadvices() {}

  /** One with nothing that need not be there. */
  static DispatchPreadvice plain(String consignment, String dispatch) {
    return of(
        consignment,
        dispatch,
        MessageFunction.ORIGINAL,
        List.of(receptacle(dispatch + "001000105", null, null)),
        List.of(),
        null,
        null,
        null,
        Map.of());
  }

  /** One with whatever CARDIT can say; those of one consignment differ in their dispatch alone. */
  static DispatchPreadvice random(Random random, String consignment, int number) {
    var shared = new Random(consignment.hashCode());
    var function = List.of(MessageFunction.values()).get(shared.nextInt(3));
    var legs = legs(shared);
    var document = document(shared);
    var extensions = extensions(shared);
    var dispatch = "CLSCLABRSAOD%sCN6%04d".formatted("ABCD".charAt(random.nextInt(4)), number);
    var receptacles = new ArrayList<Receptacle>();
    for (int i = 1; i <= 1 + random.nextInt(12); i++) {
      var flags = "%d%d".formatted(random.nextInt(2), random.nextInt(2));
      receptacles.add(
          receptacle(
              dispatch + "%03d%s%04d".formatted(i, flags, random.nextInt(10_000)),
              random.nextBoolean() ? new Mass(random.nextInt(30) + ".5", "KGM") : null,
              random.nextBoolean() ? Boolean.TRUE : null));
    }
    var totals = new DispatchTotals(receptacles.size(), null, new Mass("30.25", "KGM"), Map.of());
    return of(
        consignment,
        dispatch,
        function,
        receptacles,
        legs,
        document,
        random.nextBoolean() ? totals : null,
        random.nextBoolean() ? "2026-11-03T21:30:00-03:00" : null,
        extensions);
  }

  private static Receptacle receptacle(String id, Mass mass, Boolean dangerous) {
    return new Receptacle(id, "BG", mass, null, List.of(), dangerous, List.of(), Map.of());
  }

  private static List<TransportLeg> legs(Random random) {
    var stops = List.of(airport("SCL"), locode("PELIM"), impc("BRSAOD"));
    var type = List.of(TimeType.values()).get(random.nextInt(3));
    var legs = new ArrayList<TransportLeg>();
    for (int i = 0; i < random.nextInt(3); i++) {
      boolean lima = i == 0;
      legs.add(
          new TransportLeg(
              i + 1,
              "4",
              random.nextBoolean() ? "LA" : "LAN",
              "LA75" + i,
              stops.get(i),
              lima ? "2026-11-04T03:30:00-03:00" : "2026-11-04T08:15:00-05:00",
              stops.get(i + 1),
              lima ? "2026-11-04T05:05:30-05:00" : "2026-11-04T15:00:00-03:00",
              type,
              Map.of()));
    }
    return legs;
  }

  private static Document document(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> new Document("740", "045-12345675", "2026-11-03", null, null, Map.of());
      case 1 -> new Document("CN38", "12+34:5'6?", null, null, null, Map.of());
      default -> null;
    };
  }

  private static Map<String, Object> extensions(Random random) {
    if (random.nextBoolean()) {
      return Map.of();
    }
    var handover = new LinkedHashMap<String, Object>();
    handover.put("origin", "SCL");
    handover.put("originAgency", "3");
    handover.put("collectedFrom", "2026-11-03T23:45:00-03:00");
    handover.put("destination", "GRU");
    handover.put("destinationAgency", "3");
    handover.put("deliveredBy", "2026-11-04T09:55:00-03:00");
    var container =
        Map.of(
            "type",
            "UL",
            "id",
            "AKE12345LA",
            "kilograms",
            Map.of("T", "82.0"),
            "seals",
            List.of("9"));
    return Map.of("upu.cardit", Map.of("handover", handover, "containers", List.of(container)));
  }

  private static Place airport(String code) {
    return new Place(null, null, code, null, null, null, null, Map.of());
  }

  private static Place locode(String code) {
    return new Place(null, code, null, null, null, null, code.substring(0, 2), Map.of());
  }

  private static Place impc(String code) {
    return new Place(code, null, null, null, null, null, code.substring(0, 2), Map.of());
  }

  /** The same with other receptacles. */
  static DispatchPreadvice with(DispatchPreadvice preadvice, List<Receptacle> receptacles) {
    return of(
        preadvice.consignmentId(),
        preadvice.dispatchId(),
        preadvice.function(),
        receptacles,
        preadvice.legs(),
        preadvice.transportDocument(),
        preadvice.totals(),
        preadvice.closedAt(),
        preadvice.extensions());
  }

  /** The same without the id that the gateway derives. */
  static DispatchPreadvice nameless(RegionalData data) {
    var preadvice = (DispatchPreadvice) data;
    return with(preadvice, preadvice.receptacles());
  }

  private static DispatchPreadvice of(
      String consignment,
      String dispatch,
      MessageFunction function,
      List<Receptacle> receptacles,
      List<TransportLeg> legs,
      Document document,
      DispatchTotals totals,
      String closedAt,
      Map<String, Object> extensions) {
    return DispatchPreadvice.builder()
        .preadviceId("id")
        .version(1)
        .function(function)
        .dispatchId(dispatch)
        .originImpcCode(dispatch.substring(0, 6))
        .destinationImpcCode(dispatch.substring(6, 12))
        .mailCategoryCode(dispatch.substring(12, 13))
        .mailClassCode(dispatch.substring(13, 14))
        .mailSubclassCode(dispatch.substring(13, 15))
        .closedAt(closedAt)
        .receptacles(receptacles)
        .legs(legs)
        .consignmentId(consignment)
        .transportDocument(document)
        .totals(totals)
        .extensions(extensions)
        .build();
  }

  static List<RegionalMessage> messages(List<DispatchPreadvice> preadvices) {
    return preadvices.stream().map(Preadvices::message).toList();
  }

  private static RegionalMessage message(DispatchPreadvice preadvice) {
    return new RegionalMessage(
        new Envelope(
            "0197f0c0-a1b2-7c3d-8e4f-5a6b7c8d9e02",
            "urn:lac-ead:party:CL:post:CLA",
            MessageKind.DISPATCH_PREADVICE,
            preadvice.dispatchId(),
            "2026-11-03T22:10:00-03:00",
            "urn:lac-ead:party:BR:post:BRA",
            null,
            null,
            false,
            Map.of()),
        preadvice);
  }
}
