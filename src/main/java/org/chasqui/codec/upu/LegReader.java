package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DispatchId;
import org.chasqui.message.Place;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;

/** Reads the transport groups (TDT) of a message about dispatches: its legs and its handover. */
final class LegReader {
  /** The stage of TDT that is no leg but the handover to the carrier (upu-postal-edi §4). */
  static final String HANDOVER = "Z90";

  private static final List<Times> TIMES =
      List.of(
          new Times("189", "232", TimeType.PLANNED),
          new Times("133", "132", TimeType.ESTIMATED),
          new Times("186", "178", TimeType.ACTUAL));

  private final ItemReader values;
  private final List<Group> groups;
  private final String origin;
  private final String destination;
  private final ZoneId otherwise;

  /** Which qualifiers of DTM (UN 2005) say when a leg departs and arrives. */
  record Times(String departs, String arrives, TimeType type) {
    /** Those of a type; planned when it is not known. */
    static Times of(TimeType type) {
      return TIMES.stream().filter(each -> each.type == type).findFirst().orElse(TIMES.getFirst());
    }
  }

  /**
   * Reads by the offices of a dispatch, whose zones stand in for those of airports.
   *
   * @param dispatch null when none is known
   */
  LegReader(ItemReader values, List<Group> groups, DispatchId dispatch, ZoneId otherwise) {
    this.values = values;
    this.groups = groups;
    this.origin = dispatch == null ? null : dispatch.origin().text();
    this.destination = dispatch == null ? null : dispatch.destination().text();
    this.otherwise = otherwise;
  }

  List<TransportLeg> legs() {
    var legs = new ArrayList<TransportLeg>();
    for (var group : groups) {
      if (!group.trigger().segment().is(1, 1, HANDOVER)) {
        legs.add(leg(group, legs.size() + 1));
      }
    }
    return legs;
  }

  private TransportLeg leg(Group group, int sequence) {
    var tdt = group.trigger();
    var mode = tdt.text(3, 1);
    if (!Forms.digits(mode, 1, 1)) {
      values.refuse(tdt, 3, 1, mode == null ? "nothing" : "no digit", "a mode (UN rec. 19)");
    }
    var departure = place(group, "5");
    var arrival = place(group, "8");
    var times = times(group);
    var departs = time(group, times.departs(), departure, origin);
    var arrives = time(group, times.arrives(), arrival, destination);
    boolean timed = departs != null || arrives != null;
    return new TransportLeg(
        sequence,
        mode,
        tdt.text(5, 1),
        tdt.text(2),
        departure,
        departs,
        arrival,
        arrives,
        timed ? times.type() : null,
        Map.of());
  }

  private Place place(Group group, String qualifier) {
    var loc = group.first("LOC", 1, 1, qualifier);
    if (loc == null) {
      values.missing(group.trigger(), "LOC+" + qualifier);
    }
    return CarrierPlaces.read(loc);
  }

  /** The firmest that is given. */
  private static Times times(Group group) {
    for (int i = TIMES.size() - 1; i > 0; i--) {
      var times = TIMES.get(i);
      if (group.first("DTM", 1, 1, times.departs()) != null
          || group.first("DTM", 1, 1, times.arrives()) != null) {
        return times;
      }
    }
    return TIMES.getFirst();
  }

  private String time(Group group, String qualifier, Place place, String near) {
    return values.time(group, qualifier, CarrierPlaces.zone(place, near).orElse(otherwise));
  }

  /** Where and when the carrier takes and gives the consignment: places as they are, times. */
  Map<String, Object> handover() {
    var handover = new LinkedHashMap<String, Object>();
    for (var group : groups) {
      if (group.trigger().segment().is(1, 1, HANDOVER)) {
        end(handover, group, "84", "234", "origin", "collectedFrom", origin);
        end(handover, group, "1", "63", "destination", "deliveredBy", destination);
      }
    }
    return handover;
  }

  private void end(
      Map<String, Object> handover,
      Group group,
      String loc,
      String dtm,
      String name,
      String timeName,
      String near) {
    var place = group.first("LOC", 1, 1, loc);
    put(handover, name, place, 1);
    put(handover, name + "Agency", place, 3);
    var time = time(group, dtm, CarrierPlaces.read(place), near);
    if (time != null) {
      handover.put(timeName, time);
    }
  }

  private static void put(
      Map<String, Object> handover, String name, MessageSegment loc, int component) {
    var text = loc == null ? null : loc.text(2, component);
    if (text != null) {
      handover.put(name, text);
    }
  }
}
