package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Place;
import org.chasqui.message.TransportLeg;

/** Makes the transport segments of a pre-advice's legs and handover and notes what is lost. */
final class LegWriter {
  private static final int REFERENCE = 17;
  private static final int PLACE = 25;
  private static final int IATA_CARRIER = 2;

  private final List<Line> lines;
  private final Losses losses;
  private final DispatchPreadvice preadvice;
  private final ZoneId otherwise;

  LegWriter(List<Line> lines, Losses losses, DispatchPreadvice preadvice, ZoneId otherwise) {
    this.lines = lines;
    this.losses = losses;
    this.preadvice = preadvice;
    this.otherwise = otherwise;
  }

  void legs() {
    var legs = preadvice.legs();
    for (int i = 0; i < legs.size(); i++) {
      leg("/legs/" + i, legs.get(i));
    }
  }

  private void leg(String at, TransportLeg leg) {
    var carrier = losses.text(at + "/carrierCode", leg.carrierCode(), REFERENCE);
    boolean iata = carrier != null && carrier.length() == IATA_CARRIER;
    lines.add(
        Line.of(
                "TDT",
                "20",
                losses.text(at + "/conveyanceReference", leg.conveyanceReference(), REFERENCE),
                leg.modeCode(),
                "")
            .and(carrier, "", iata ? "3" : ""));
    place("5", at + "/departure", leg.departure());
    place("8", at + "/arrival", leg.arrival());
    var times = LegReader.Times.of(leg.timeType());
    var from = zone(leg.departure(), preadvice.originImpcCode());
    time(times.departs(), at + "/departsAt", leg.departsAt(), from);
    var to = zone(leg.arrival(), preadvice.destinationImpcCode());
    time(times.arrives(), at + "/arrivesAt", leg.arrivesAt(), to);
    losses.noTarget(at, leg.other());
  }

  private ZoneId zone(Place place, String near) {
    return CarrierPlaces.zone(place, near).orElse(otherwise);
  }

  private void place(String qualifier, String at, Place place) {
    var code = place == null ? List.<String>of() : CarrierPlaces.write(at, place, losses);
    if (!code.isEmpty()) {
      lines.add(Line.of("LOC", qualifier).and(code));
    } else {
      losses.noTarget(at, place == null ? null : "a place without code");
    }
  }

  private void time(String qualifier, String at, String time, ZoneId zone) {
    if (time != null) {
      LocalTime.write(time, zone)
          .ifPresentOrElse(
              local -> lines.add(dtm(qualifier, local)), () -> losses.noTarget(at, time));
    }
  }

  static Line dtm(String qualifier, List<String> local) {
    return new Line("DTM", new ArrayList<>()).and(qualifier, local.get(0), local.get(1));
  }

  /** The handover that a CARDIT was read with, or none. */
  void handover(Map<?, ?> handover) {
    lines.add(Line.of("TDT", LegReader.HANDOVER));
    end(handover, "84", "origin");
    end(handover, "1", "destination");
    var at = "/extensions/" + CarditReader.EXTENSION + "/handover/";
    var origin = place(handover, "origin");
    time(
        "234",
        at + "collectedFrom",
        text(handover, "collectedFrom"),
        zone(origin, preadvice.originImpcCode()));
    var destination = place(handover, "destination");
    time(
        "63",
        at + "deliveredBy",
        text(handover, "deliveredBy"),
        zone(destination, preadvice.destinationImpcCode()));
  }

  private void end(Map<?, ?> handover, String qualifier, String name) {
    var code = text(handover, name);
    if (code != null) {
      var fitted =
          losses.text("/extensions/" + CarditReader.EXTENSION + "/handover/" + name, code, PLACE);
      lines.add(Line.of("LOC", qualifier).and(fitted, "", text(handover, name + "Agency")));
    }
  }

  /** Only codes that tell their zone matter here. */
  private static Place place(Map<?, ?> handover, String name) {
    var code = text(handover, name);
    var agency = text(handover, name + "Agency");
    boolean impc = Forms.letters(code, 6) && (agency == null || agency.equals("139"));
    boolean locode = "6".equals(agency) && Forms.lettersOrDigits(code, 5, 5);
    return new Place(
        impc ? code : null, locode ? code : null, null, null, null, null, null, Map.of());
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : null;
  }
}
