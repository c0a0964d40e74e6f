package org.chasqui.codec.upu;

import java.time.ZoneOffset;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.EventType;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/**
 * Writes tracking events of items as EMSEVT (upu-messages-interim-guide, EMSEVT): one message for
 * each reporting party, with a CNI group for each item of an event. Events of receptacles and
 * dispatches and events yet to come are not EMSEVT's.
 */
final class EmsevtWriter extends ItemMessagesWriter<String> {
  private static final int ITEM_ID = 35;
  private static final int REASON_TEXT = 256;
  private static final int CODE = 3;

  EmsevtWriter(Definitions definitions) {
    super("upu-emsevt", MessageKind.TRACKING_EVENT, definitions, "EMSEVT");
  }

  @Override
  String headerOf(RegionalMessage message, Losses losses) {
    var event = (TrackingEvent) message.data();
    boolean items = hasItems(event, losses);
    boolean code = hasCode(event, losses);
    boolean time = hasTime(event, losses);
    return items && code && time ? Outgoing.code(message.envelope().source()) : null;
  }

  private static boolean hasItems(TrackingEvent event, Losses losses) {
    var items = event.scope().items();
    if (items.isEmpty()) {
      losses.add(ProblemCode.TARGET_NEEDS, "/scope/items", "none", "an item");
    }
    boolean whole = !items.isEmpty();
    for (int i = 0; i < items.size(); i++) {
      var id = items.get(i).itemId();
      if (id == null || id.length() > ITEM_ID) {
        var pointer = "/scope/items/" + i + "/itemId";
        losses.add(ProblemCode.TARGET_NEEDS, pointer, null, "1 to 35 characters");
        whole = false;
      }
    }
    return whole;
  }

  private static boolean hasCode(TrackingEvent event, Losses losses) {
    if (code(event) == null) {
      losses.add(
          ProblemCode.TARGET_NEEDS, "/eventType", event.eventType().name(), "an event of EMSEVT");
      return false;
    }
    boolean reason = event.reason() != null && event.reason().code() != null;
    if (EventCodes.needsReason(event.eventType()) && !reason) {
      losses.add(ProblemCode.TARGET_NEEDS, "/reason/code", "nothing", "a reason");
      return false;
    }
    return true;
  }

  private static boolean hasTime(TrackingEvent event, Losses losses) {
    boolean past = event.timeType() == null || event.timeType() == TimeType.ACTUAL;
    if (!past) {
      losses.add(ProblemCode.TARGET_NEEDS, "/timeType", event.timeType().name(), "ACTUAL");
    } else if (LocalTime.write(event.occurredAt(), ZoneOffset.UTC).isEmpty()) {
      losses.add(ProblemCode.TARGET_NEEDS, "/occurredAt", null, "a date and time");
      return false;
    }
    return past;
  }

  /** The source's code when it is one of EMSEVT, else that of the event. */
  private static String code(TrackingEvent event) {
    var source = event.sourceEventCode();
    boolean spoken =
        EventCodes.isCode(source)
            && EventCodes.event(source, event.actionCode())
                .map(event.eventType()::equals)
                .orElse(true);
    return spoken ? source : EventCodes.code(event.eventType()).orElse(null);
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, String reporter, String reference) {
    writer.segment("BGM").element("77").element(reference).element("9").end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(reporter, "160", "139").end();
    outgoing
        .party()
        .ifPresent(post -> writer.segment("NAD").element("MR").element(post, "160", "139").end());
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
    for (var item : event.scope().items()) {
      writer.segment("CNI").element(String.valueOf(next)).element(item.itemId()).end();
      event(writer, losses, view, event);
      next++;
    }
    unplaced(losses, event);
    return next - sequence;
  }

  private static void event(
      EdifactWriter writer, Losses losses, ProfileView view, TrackingEvent event) {
    var segment = writer.segment("STS").element("1").element(code(event), "", "139");
    var reason = event.reason();
    var action = action(event);
    if (reason != null || action != null) {
      reason(segment, losses, reason);
    }
    if (action != null) {
      segment.element(losses.text("/actionCode", action, CODE), "", "139");
    }
    segment.end();
    var place = event.location() == null ? null : event.location().impcCode();
    var zone = EventCodes.zone(place).orElse(view.zone());
    var time = LocalTime.write(event.occurredAt(), zone).orElseThrow();
    writer.segment("DTM").element("7", time.getFirst(), time.getLast()).end();
    Places.write(writer, losses, "175", "/location", event.location());
    Places.write(writer, losses, "8", "/nextLocation", event.nextLocation());
  }

  /** That an item goes back is told by the measure alone. */
  private static String action(TrackingEvent event) {
    return event.eventType() == EventType.RETURNED
        ? EventCodes.RETURNED_TO_SENDER
        : event.actionCode();
  }

  private static void reason(EdifactWriter segment, Losses losses, Reason reason) {
    if (reason == null) {
      segment.element("");
      return;
    }
    var code = losses.text("/reason/code", reason.code(), CODE);
    var text = losses.text("/reason/text", reason.text(), REASON_TEXT);
    segment.element(code == null ? "" : code, "", code == null ? "" : "139", text);
    losses.noTarget("/reason/languageCode", reason.languageCode());
    losses.noTarget("/reason", reason.other());
  }

  private static void unplaced(Losses losses, TrackingEvent event) {
    losses.noTarget("/scope/receptacleIds", event.scope().receptacleIds());
    losses.noTarget("/scope/dispatchId", event.scope().dispatchId());
    losses.noTarget("/recordedAt", event.recordedAt());
    boolean returned = EventCodes.RETURNED_TO_SENDER.equals(event.actionCode());
    if (event.eventType() == EventType.RETURNED && !returned) {
      losses.noTarget("/actionCode", event.actionCode());
    }
    if (event.eventType() == EventType.DELIVERY_ATTEMPTED && returned) {
      losses.noTarget("/eventType", "DELIVERY_ATTEMPTED");
    }
    losses.noTarget("/signatoryName", event.signatoryName());
    losses.noTarget("/deliveryLocationCode", event.deliveryLocationCode());
    losses.noTarget("/measuredMass", event.measuredMass());
    losses.noTarget("/correctsEventId", event.correctsEventId());
    losses.noTarget("/extensions", event.extensions());
  }

  @Override
  boolean counts() {
    return false;
  }
}
