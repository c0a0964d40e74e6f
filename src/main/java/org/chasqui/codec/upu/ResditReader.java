package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.message.Place;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/**
 * Reads a consignment of RESDIT as tracking events of its receptacles, one for each status
 * (upu-postal-edi §4). The consignment, the parties and the planned times stand in the extension
 * {@link #EXTENSION}.
 */
final class ResditReader {
  /** Holds {@code consignmentId}, {@code status}, {@code parties} and planned times. */
  static final String EXTENSION = "upu.resdit";

  /** A status of the end of the transport, in whose zone the arrival is planned. */
  static final String ARRIVAL = "21";

  private static final int MARKS = 10;

  private final InterchangeReader.Item item;
  private final ProfileView view;
  private final ItemReader values;

  ResditReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.view = view;
    this.values = new ItemReader(item);
  }

  /** The events; what is wrong with them stands in the faults of the item afterwards. */
  Parts events() {
    return Parts.events(item, this::event);
  }

  private TrackingEvent event(Group group, String eventId) {
    var sts = group.trigger();
    var place = CarrierPlaces.read(group.first("LOC"));
    var receptacles = receptacles(group);
    var zone = zone(place, receptacles, sts.text(2, 1), view.zone());
    return TrackingEvent.builder()
        .eventId(eventId)
        .eventType(ReceptacleStatus.type(values, sts))
        .sourceEventCode(sts.text(2, 1))
        .sourceEventListId(CarrierEvents.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(values.time(group, "7", zone))
        .scope(new Scope(List.of(), receptacles, null, Map.of()))
        .location(place)
        .reason(ReceptacleStatus.reason(values, sts))
        .extensions(Map.of(EXTENSION, extension(group, receptacles, zone)))
        .build();
  }

  /** The zone of an event: that of its place, or of the office at that end of the transport. */
  static ZoneId zone(Place place, List<String> receptacles, String code, ZoneId otherwise) {
    var id = receptacles.isEmpty() ? null : ReceptacleId.parse(receptacles.getFirst()).orElse(null);
    if (id == null) {
      return CarrierPlaces.zone(place, null).orElse(otherwise);
    }
    var dispatch = id.dispatch();
    var airport = place == null ? null : place.airportCode();
    boolean destination = CarrierEvents.isAtDestination(code);
    if (dispatch.origin().city().equals(airport)) {
      destination = false;
    } else if (dispatch.destination().city().equals(airport)) {
      destination = true;
    }
    var near = destination ? dispatch.destination() : dispatch.origin();
    return CarrierPlaces.zone(place, near.text()).orElse(otherwise);
  }

  private List<String> receptacles(Group group) {
    var ids = new ArrayList<String>();
    for (var pci : group.all("PCI")) {
      for (int mark = 1; mark <= MARKS; mark++) {
        var id = pci.text(2, mark);
        if (id != null && ReceptacleId.parse(id).isEmpty()) {
          var found = "length " + id.length();
          values.refuse(pci, 2, mark, found, "a receptacle id of 29 (UPU S9)");
        } else if (id != null) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  private Map<String, Object> extension(Group group, List<String> receptacles, ZoneId zone) {
    var extension = new LinkedHashMap<String, Object>();
    var cni = item.group().trigger();
    var arrival = zone(null, receptacles, ARRIVAL, view.zone());
    put(extension, "consignmentId", cni.text(2, 1));
    put(extension, "status", cni.text(2, 2));
    put(extension, "scheduledDeparture", values.time(group, "189", zone));
    put(extension, "scheduledArrival", values.time(group, "232", arrival));
    var parties = new ArrayList<Map<String, Object>>();
    for (var nad : group.all("NAD")) {
      var party = new LinkedHashMap<String, Object>();
      put(party, "role", nad.text(1));
      put(party, "code", nad.text(2, 1));
      put(party, "agency", nad.text(2, 3));
      parties.add(party);
    }
    if (!parties.isEmpty()) {
      extension.put("parties", parties);
    }
    return extension;
  }

  private static void put(Map<String, Object> map, String name, String text) {
    if (text != null) {
      map.put(name, text);
    }
  }
}
