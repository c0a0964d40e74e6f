package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/**
 * Writes tracking events of receptacles as RESDIT (upu-postal-edi §4): one message for each
 * reporting party, with a CNI group for each event. Events of items are EMSEVT's.
 */
final class ResditWriter extends ItemMessagesWriter<String> {
  private static final int REFERENCE = 35;
  private static final int CODE = 3;
  private static final int MARKS = 10;
  private static final int MOST = 99;
  private static final String AT = "/extensions/" + ResditReader.EXTENSION;

  ResditWriter(Definitions definitions) {
    super("upu-resdit", MessageKind.TRACKING_EVENT, definitions, "IFTSTA");
  }

  @Override
  String application() {
    return "RESDIT";
  }

  @Override
  boolean counts() {
    return false;
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    var event = (TrackingEvent) message.data();
    boolean whole = true;
    if (text(own(event), "consignmentId") == null) {
      whole = needs(losses, AT + "/consignmentId", "nothing", "a consignment id");
    }
    var ids = event.scope().receptacleIds();
    if (ids.isEmpty() || ids.size() > MOST * MARKS) {
      whole = needs(losses, "/scope/receptacleIds", ids.size() + " receptacles", "1 to 990");
    }
    for (int i = 0; i < ids.size(); i++) {
      if (ReceptacleId.parse(ids.get(i)).isEmpty()) {
        whole = needs(losses, "/scope/receptacleIds/" + i, null, "a receptacle id of 29 (UPU S9)");
      }
    }
    if (ReceptacleStatus.code(event) == null) {
      whole = needs(losses, "/eventType", event.eventType().name(), "a status of RESDIT");
    }
    if (event.timeType() != null && event.timeType() != TimeType.ACTUAL) {
      whole = needs(losses, "/timeType", event.timeType().name(), "ACTUAL");
    }
    if (LocalTime.write(event.occurredAt(), Outgoing.UTC).isEmpty()) {
      whole = needs(losses, "/occurredAt", null, "a date and time");
    }
    return whole ? Outgoing.code(message.envelope().source()) : null;
  }

  private static boolean needs(Losses losses, String at, String found, String expected) {
    losses.add(ProblemCode.TARGET_NEEDS, at, found, expected);
    return false;
  }

  private static Map<?, ?> own(TrackingEvent event) {
    return event.extensions().get(ResditReader.EXTENSION) instanceof Map<?, ?> own ? own : Map.of();
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String reporter, String reference) {
    writer.segment("BGM").element("").element(reference).element("9").end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(reporter, "160").end();
    outgoing
        .party()
        .ifPresent(
            post ->
                writer.segment("NAD").element("MR").element(post, "160", PartyIds.AGENCY).end());
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var event = (TrackingEvent) message.data();
    var own = own(event);
    var consignment = losses.text(AT + "/consignmentId", text(own, "consignmentId"), REFERENCE);
    var status = losses.text(AT + "/status", text(own, "status"), CODE);
    writer.segment("CNI").element(String.valueOf(sequence)).element(consignment, status).end();
    status(writer, losses, event);
    times(writer, losses, view, event, own);
    parties(writer, losses, own);
    if (event.location() != null) {
      var place = CarrierPlaces.write("/location", event.location(), losses);
      if (place.isEmpty()) {
        losses.noTarget("/location", "a place without code");
      } else {
        writer.segment("LOC").element("175").element(place).end();
      }
    }
    receptacles(writer, event.scope().receptacleIds());
    unplaced(losses, event);
    return 1;
  }

  private static void status(EdifactWriter writer, Losses losses, TrackingEvent event) {
    var sts = writer.segment("STS").element("1").element(ReceptacleStatus.code(event));
    ReceptacleStatus.reason(sts, losses, event.reason(), REFERENCE);
    sts.end();
  }

  private static void times(
      EdifactWriter writer, Losses losses, ProfileView view, TrackingEvent event, Map<?, ?> own) {
    var ids = event.scope().receptacleIds();
    var zone = ResditReader.zone(event.location(), ids, ReceptacleStatus.code(event), view.zone());
    var times = new LinkedHashMap<String, String>();
    times.put("7", event.occurredAt());
    times.put("189", text(own, "scheduledDeparture"));
    times.forEach((qualifier, time) -> time(writer, losses, qualifier, time, zone));
    var arrival = ResditReader.zone(null, ids, ResditReader.ARRIVAL, view.zone());
    time(writer, losses, "232", text(own, "scheduledArrival"), arrival);
  }

  private static void time(
      EdifactWriter writer, Losses losses, String qualifier, String time, ZoneId zone) {
    if (time != null) {
      LocalTime.write(time, zone)
          .ifPresentOrElse(
              local -> LegWriter.dtm(qualifier, local).write(writer),
              () -> losses.noTarget(AT, "no date and time"));
    }
  }

  private static void parties(EdifactWriter writer, Losses losses, Map<?, ?> own) {
    if (own.get("parties") instanceof List<?> parties) {
      for (var party : parties) {
        if (party instanceof Map<?, ?> each && text(each, "code") != null) {
          var code = losses.text(AT + "/parties", text(each, "code"), REFERENCE);
          var role = losses.text(AT + "/parties", text(each, "role"), CODE);
          var agency = losses.text(AT + "/parties", text(each, "agency"), CODE);
          writer.segment("NAD").element(role).element(code, "160", agency).end();
        }
      }
    }
  }

  /** A segment for each while there is room, as carriers do. */
  private static void receptacles(EdifactWriter writer, List<String> ids) {
    int each = ids.size() <= MOST ? 1 : MARKS;
    for (int from = 0; from < ids.size(); from += each) {
      var marks = ids.subList(from, Math.min(from + each, ids.size()));
      writer.segment("PCI").element("").element(marks).end();
    }
  }

  private static void unplaced(Losses losses, TrackingEvent event) {
    losses.noTarget("/scope/items", event.scope().items());
    losses.noTarget("/scope/dispatchId", event.scope().dispatchId());
    losses.noTarget("/recordedAt", event.recordedAt());
    losses.noTarget("/nextLocation", event.nextLocation());
    losses.noTarget("/actionCode", event.actionCode());
    losses.noTarget("/signatoryName", event.signatoryName());
    losses.noTarget("/deliveryLocationCode", event.deliveryLocationCode());
    losses.noTarget("/measuredMass", event.measuredMass());
    losses.noTarget("/correctsEventId", event.correctsEventId());
    var others = new LinkedHashMap<String, Object>(event.extensions());
    others.remove(ResditReader.EXTENSION);
    losses.noTarget("/extensions", others);
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : null;
  }
}
