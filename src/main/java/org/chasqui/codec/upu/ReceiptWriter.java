package org.chasqui.codec.upu;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.DispatchId;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/**
 * Writes tracking events of receptacles as RESDES or, when they name their consignment, as RESCON:
 * one message for each dispatch, with a CNI group for each receptacle of an event. Both layouts are
 * ours (upu-messages-interim-guide, The others).
 */
final class ReceiptWriter extends ItemMessagesWriter<ReceiptWriter.Header> {
  private static final int REFERENCE = 35;
  private static final int CODE = 3;
  private static final int REASON_TEXT = 256;
  private static final String AT = "/extensions/" + ReceiptReader.EXTENSION + "/consignmentId";

  /** What the receptacles of one message have in common; no consignment for RESDES. */
  record Header(String source, DispatchId dispatch, String consignment) {}

  private final boolean ofConsignment;

  private ReceiptWriter(String name, Definitions definitions, String type, boolean consignment) {
    super(name, MessageKind.TRACKING_EVENT, definitions, type);
    this.ofConsignment = consignment;
  }

  static ReceiptWriter resdes(Definitions definitions) {
    return new ReceiptWriter("upu-resdes", definitions, "RESDES", false);
  }

  static ReceiptWriter rescon(Definitions definitions) {
    return new ReceiptWriter("upu-rescon", definitions, "RESCON", true);
  }

  /** The consignment that an event names for RESCON, or null. */
  static String consignment(TrackingEvent event) {
    return event.extensions().get(ReceiptReader.EXTENSION) instanceof Map<?, ?> own
            && own.get(ReceiptReader.CONSIGNMENT) instanceof String text
        ? text
        : null;
  }

  @Override
  boolean counts() {
    return false;
  }

  @Override
  Header headerOf(RegionalMessage message, Losses losses) {
    var event = (TrackingEvent) message.data();
    var dispatch = dispatch(event, losses);
    boolean status = hasStatus(event, losses);
    boolean consigned = isConsigned(event, losses);
    return dispatch != null && status && consigned
        ? new Header(
            Outgoing.code(message.envelope().source()),
            dispatch,
            ofConsignment ? losses.text(AT, consignment(event), REFERENCE) : null)
        : null;
  }

  private boolean isConsigned(TrackingEvent event, Losses losses) {
    boolean whole = !ofConsignment || consignment(event) != null;
    return whole || needs(losses, AT, "nothing", "a consignment id");
  }

  /** The one dispatch that all receptacles belong to; null when there is none, which is noted. */
  private static DispatchId dispatch(TrackingEvent event, Losses losses) {
    var ids = event.scope().receptacleIds();
    if (ids.isEmpty()) {
      needs(losses, "/scope/receptacleIds", "none", "a receptacle");
    }
    DispatchId dispatch = null;
    for (int i = 0; i < ids.size(); i++) {
      var at = "/scope/receptacleIds/" + i;
      var id = ReceptacleId.parse(ids.get(i)).orElse(null);
      if (id == null) {
        needs(losses, at, null, "a receptacle id of 29 (UPU S9)");
        return null;
      }
      if (dispatch != null && !dispatch.equals(id.dispatch())) {
        needs(losses, at, "one of another dispatch", "receptacles of one dispatch");
        return null;
      }
      dispatch = id.dispatch();
    }
    return dispatch;
  }

  private static boolean hasStatus(TrackingEvent event, Losses losses) {
    boolean whole = true;
    if (ReceptacleStatus.code(event) == null) {
      whole = needs(losses, "/eventType", event.eventType().name(), "a status of receptacles");
    }
    if (event.timeType() != null && event.timeType() != TimeType.ACTUAL) {
      whole = needs(losses, "/timeType", event.timeType().name(), "ACTUAL");
    }
    if (LocalTime.write(event.occurredAt(), Outgoing.UTC).isEmpty()) {
      whole = needs(losses, "/occurredAt", null, "a date and time");
    }
    return whole;
  }

  private static boolean needs(Losses losses, String at, String found, String expected) {
    losses.add(ProblemCode.TARGET_NEEDS, at, found, expected);
    return false;
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, Header header, String reference) {
    writer.segment("BGM").element("785").element(header.dispatch().text()).element("11").end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(header.source(), "160", PartyIds.AGENCY).end();
    outgoing
        .party()
        .ifPresent(
            post ->
                writer.segment("NAD").element("MR").element(post, "160", PartyIds.AGENCY).end());
    if (header.consignment() != null) {
      writer.segment("RFF").element("CN", header.consignment()).end();
    }
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var event = (TrackingEvent) message.data();
    int next = sequence;
    for (var receptacle : event.scope().receptacleIds()) {
      writer.segment("CNI").element(String.valueOf(next)).element(receptacle).end();
      event(writer, losses, view, event, receptacle);
      next++;
    }
    unplaced(losses, event, dispatch(event, losses));
    return next - sequence;
  }

  private static void event(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      TrackingEvent event,
      String receptacle) {
    var sts = writer.segment("STS").element("1").element(ReceptacleStatus.code(event), "", "ZZZ");
    ReceptacleStatus.reason(sts, losses, event.reason(), REASON_TEXT);
    sts.element(losses.text("/actionCode", event.actionCode(), CODE)).end();
    var dispatch = ReceptacleId.parse(receptacle).orElseThrow().dispatch();
    var place = event.location() == null ? null : event.location().impcCode();
    var zone = ReceiptReader.zone(place, dispatch, view.zone());
    LegWriter.dtm("7", LocalTime.write(event.occurredAt(), zone).orElseThrow()).write(writer);
    Places.write(writer, losses, "175", "/location", event.location());
    Places.write(writer, losses, "8", "/nextLocation", event.nextLocation());
    var mass = event.measuredMass();
    if (mass != null && mass.value() != null) {
      writer.segment("MEA").element("WT").element("G").element("KGM", mass.value()).end();
      losses.noTarget("/measuredMass", mass.other());
    }
  }

  private void unplaced(Losses losses, TrackingEvent event, DispatchId dispatch) {
    boolean same = dispatch.text().equals(event.scope().dispatchId());
    losses.noTarget("/scope/dispatchId", same ? null : event.scope().dispatchId());
    losses.noTarget("/scope/items", event.scope().items());
    losses.noTarget("/recordedAt", event.recordedAt());
    losses.noTarget("/signatoryName", event.signatoryName());
    losses.noTarget("/deliveryLocationCode", event.deliveryLocationCode());
    losses.noTarget("/correctsEventId", event.correctsEventId());
    var others = new LinkedHashMap<String, Object>(event.extensions());
    if (ofConsignment) {
      others.remove(ReceiptReader.EXTENSION);
    }
    losses.noTarget("/extensions", others);
  }
}
