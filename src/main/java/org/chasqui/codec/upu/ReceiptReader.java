package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DispatchId;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/**
 * Reads a receptacle of RESDES or RESCON as its tracking events, one for each status
 * (upu-messages-interim-guide, The others; the layout is ours). The consignment of RESCON stands in
 * the extension {@link #EXTENSION}.
 */
final class ReceiptReader {
  /** Holds {@code consignmentId}. */
  static final String EXTENSION = "upu.rescon";

  static final String CONSIGNMENT = "consignmentId";
  private static final int MOST = 35;

  private final InterchangeReader.Item item;
  private final ProfileView view;
  private final ItemReader values;

  ReceiptReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.view = view;
    this.values = new ItemReader(item);
  }

  /** The events; what is wrong with them stands in the faults of the item afterwards. */
  Parts events() {
    var dispatch = dispatch();
    var receptacle = receptacle(dispatch);
    return Parts.events(item, (group, eventId) -> event(group, eventId, dispatch, receptacle));
  }

  /** The dispatch of BGM; null when it is none, which is refused. */
  private DispatchId dispatch() {
    var bgm = item.header().first("BGM");
    var text = bgm == null ? null : bgm.text(2);
    var id = DispatchId.parse(text).orElse(null);
    if (id == null && text != null) {
      values.refuse(bgm, 2, 1, "length " + text.length(), "a dispatch id of 20 (UPU S8)");
    }
    return id;
  }

  private String receptacle(DispatchId dispatch) {
    var cni = item.group().trigger();
    var text = cni.text(2);
    var id = ReceptacleId.parse(text).orElse(null);
    if (id == null && text != null) {
      values.refuse(cni, 2, 1, "length " + text.length(), "a receptacle id of 29 (UPU S9)");
    } else if (id != null && dispatch != null && !id.dispatch().equals(dispatch)) {
      values.refuse(cni, 2, 1, "one of another dispatch", "a receptacle of the dispatch of BGM");
    }
    return text;
  }

  private TrackingEvent event(Group group, String eventId, DispatchId dispatch, String receptacle) {
    var sts = group.trigger();
    var here = group.first("LOC", 1, 1, "175");
    return TrackingEvent.builder()
        .eventId(eventId)
        .eventType(ReceptacleStatus.type(values, sts))
        .sourceEventCode(sts.text(2, 1))
        .sourceEventListId(CarrierEvents.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(values.time(group, "7", zone(here, dispatch)))
        .scope(scope(dispatch, receptacle))
        .location(Places.read(values, here))
        .nextLocation(Places.read(values, group.first("LOC", 1, 1, "8")))
        .reason(ReceptacleStatus.reason(values, sts))
        .actionCode(ReceptacleStatus.code(values, sts, 4))
        .measuredMass(values.mass(group, "G"))
        .extensions(extension())
        .build();
  }

  private static Scope scope(DispatchId dispatch, String receptacle) {
    return new Scope(
        List.of(),
        receptacle == null ? List.of() : List.of(receptacle),
        dispatch == null ? null : dispatch.text(),
        Map.of());
  }

  /** That of the place, else of the office that receives the dispatch. */
  private ZoneId zone(MessageSegment loc, DispatchId dispatch) {
    return zone(loc == null ? null : loc.text(2), dispatch, view.zone());
  }

  static ZoneId zone(String place, DispatchId dispatch, ZoneId otherwise) {
    return EventCodes.zone(place)
        .or(() -> ImpcZones.builtIn().zone(dispatch == null ? null : dispatch.destination().text()))
        .orElse(otherwise);
  }

  private Map<String, Object> extension() {
    var rff = item.header().first("RFF", 1, 1, "CN");
    var consignment = rff == null ? null : values.cut(rff, 1, rff.text(1, 2), MOST);
    return consignment == null ? Map.of() : Map.of(EXTENSION, Map.of(CONSIGNMENT, consignment));
  }
}
