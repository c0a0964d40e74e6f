package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.EventType;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.Scope;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/** Reads an item of EMSEVT as its tracking events (upu-messages-interim-guide, EMSEVT). */
final class EmsevtReader {
  private static final int CODE = 17;
  private static final int TEXT = 512;
  private static final int IMPC = 6;

  private final InterchangeReader.Item item;
  private final ProfileView view;
  private final ItemReader values;

  EmsevtReader(InterchangeReader.Item item, ProfileView view) {
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
    var here = group.first("LOC", 1, 1, "175");
    var type = type(sts);
    return TrackingEvent.builder()
        .eventId(eventId)
        .eventType(type)
        .sourceEventCode(values.cut(sts, 2, sts.text(2, 1), CODE))
        .sourceEventListId(EventCodes.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(values.time(group, "7", zone(here)))
        .scope(scope())
        .location(Places.read(values, here))
        .nextLocation(Places.read(values, group.first("LOC", 1, 1, "8")))
        .reason(reason(sts, type))
        .actionCode(code(sts, 4))
        .build();
  }

  private Scope scope() {
    var itemId = item.group().trigger().text(2);
    return new Scope(
        List.of(new DeclarationReference(itemId, null, null, null, Map.of())),
        List.of(),
        null,
        Map.of());
  }

  /** A code that is not known is kept with the event OTHER. */
  private EventType type(MessageSegment sts) {
    var code = sts.text(2, 1);
    var type = EventCodes.event(code, sts.text(4, 1));
    if (type.isEmpty() && code != null) {
      values.pass(ProblemCode.CODE_WITHOUT_TARGET, sts, 2, 1, shown(code), "a code of EMSEVT");
    }
    return type.orElse(EventType.OTHER);
  }

  private static String shown(String code) {
    return code.length() <= IMPC ? code : "length " + code.length();
  }

  /** Without its reason a retention does not stop the clock of the customs, so it must be there. */
  private Reason reason(MessageSegment sts, EventType type) {
    var code = code(sts, 3);
    var text = values.cut(sts, 3, sts.text(3, 4), TEXT);
    if (code == null && text == null) {
      if (EventCodes.needsReason(type)) {
        values.refuse(sts, 3, 1, "nothing", "a reason with " + sts.text(2, 1));
      }
      return null;
    }
    return new Reason(code, code == null ? null : EventCodes.reasons(type), text, null, Map.of());
  }

  private String code(MessageSegment sts, int element) {
    var code = sts.text(element, 1);
    if (code != null && !Forms.lettersOrDigits(code, 1, CODE)) {
      values.refuse(sts, element, 1, "length " + code.length(), "a code of A-Z and 0-9");
    }
    return code;
  }

  private ZoneId zone(MessageSegment loc) {
    var place = loc == null ? null : loc.text(2);
    return EventCodes.zone(place).orElse(view.zone());
  }
}
