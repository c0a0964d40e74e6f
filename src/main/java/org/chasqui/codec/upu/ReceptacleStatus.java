package org.chasqui.codec.upu;

import java.util.Map;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.EventType;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.TrackingEvent;

/** The status (STS) of an event of receptacles: its code of UN 9011 and the reason of UN 9013. */
final class ReceptacleStatus {
  /** The list of reasons. */
  private static final String REASONS = "UN:9013";

  private static final int REASON = 17;
  private static final int CODE = 3;
  private static final int TEXT = 512;

  private ReceptacleStatus() {}

  /** The event; a code that is not known is kept with the event OTHER. */
  static EventType type(ItemReader values, MessageSegment sts) {
    var code = sts.text(2, 1);
    var type = CarrierEvents.event(code);
    if (type.isEmpty() && code != null) {
      var found = code.length() <= CODE ? code : "length " + code.length();
      values.pass(ProblemCode.CODE_WITHOUT_TARGET, sts, 2, 1, found, "a status of receptacles");
    }
    return type.orElse(EventType.OTHER);
  }

  /** The reason in element 3, or null. */
  static Reason reason(ItemReader values, MessageSegment sts) {
    var code = code(values, sts, 3);
    return code == null
        ? null
        : new Reason(code, REASONS, values.cut(sts, 3, sts.text(3, 4), TEXT), null, Map.of());
  }

  /** The code of an element, or null; one that has not the form of a code is refused. */
  static String code(ItemReader values, MessageSegment sts, int element) {
    var code = sts.text(element, 1);
    if (code != null && !Forms.lettersOrDigits(code, 1, REASON)) {
      values.refuse(sts, element, 1, "length " + code.length(), "a code of A-Z and 0-9");
    }
    return code;
  }

  /** The code to write, or null when the event has none. */
  static String code(TrackingEvent event) {
    return CarrierEvents.code(event.eventType(), event.sourceEventCode(), event.sourceEventListId())
        .orElse(null);
  }

  /** Adds the reason as an element, empty when there is none. */
  static void reason(EdifactWriter sts, Losses losses, Reason reason, int most) {
    var code = reason == null ? null : losses.text("/reason/code", reason.code(), CODE);
    if (code == null) {
      losses.noTarget("/reason/text", reason == null ? null : reason.text());
      sts.element("");
    } else {
      sts.element(code, "", "", losses.text("/reason/text", reason.text(), most));
    }
    if (reason != null) {
      losses.noTarget("/reason/languageCode", reason.languageCode());
      losses.noTarget("/reason", reason.other());
    }
  }
}
