package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.Acknowledgement;
import org.chasqui.message.AcknowledgementLevel;
import org.chasqui.message.AcknowledgementStatus;
import org.chasqui.message.MessageReference;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ProblemItem;
import org.chasqui.message.RegionalData;
import org.chasqui.message.Severity;

/**
 * Reads a CONTRL as acknowledgements (upu-postal-edi §6): of the interchange that it answers, then
 * of each functional group and message that it names. The references that the interchange bore
 * stand in the extension {@link #EXTENSION}; the ids of what is acknowledged are derived from them.
 */
final class ControlReader {
  /** Holds interchange, sender, group, message, type and action as CONTRL gives them. */
  static final String EXTENSION = "un.contrl";

  private static final int MOST = 999;

  private final InterchangeReader.Item item;
  private final DecodeContext context;
  private final MessageSegment uci;
  private final List<RegionalData> read = new ArrayList<>();
  private final List<Integer> starts = new ArrayList<>();

  ControlReader(InterchangeReader.Item item, DecodeContext context) {
    this.item = item;
    this.context = context;
    this.uci = item.group().first("UCI");
  }

  /** None when the interchange that is answered is not named. */
  Parts acknowledgements() {
    if (uci != null) {
      acknowledgement(uci, 4, Map.of(), List.of());
      messages(item.group(), null);
      for (var group : item.group().groups("functionalGroup")) {
        var ucf = group.trigger();
        acknowledgement(ucf, 4, named("group", ucf.text(1)), List.of());
        messages(group, ucf.text(1));
      }
    }
    var parts = new ArrayList<Parts.Part>();
    for (int i = 0; i < read.size(); i++) {
      int to = i + 1 < read.size() ? starts.get(i + 1) : Integer.MAX_VALUE;
      parts.add(new Parts.Part(read.get(i), starts.get(i), to));
    }
    return new Parts(parts);
  }

  private void messages(Group group, String name) {
    for (var answered : group.groups("answered")) {
      var ucm = answered.trigger();
      var names = new LinkedHashMap<String, Object>(named("group", name));
      names.putAll(named("message", ucm.text(1)));
      names.putAll(named("type", ucm.text(2, 1)));
      acknowledgement(ucm, 3, names, located(answered));
    }
  }

  private static Map<String, Object> named(String name, String value) {
    return value == null ? Map.of() : Map.of(name, value);
  }

  /** Reads UCI, UCF or UCM; the three elements after the action say what is wrong and where. */
  private void acknowledgement(
      MessageSegment at, int action, Map<String, Object> names, List<Found> located) {
    var status = ControlCodes.status(at.text(action));
    var found = new ArrayList<Found>();
    if (at.text(action + 1) != null) {
      found.add(new Found(at.text(action + 1), place(at.text(action + 2), at, action + 3)));
    }
    found.addAll(located);
    var own = new LinkedHashMap<String, Object>();
    own.putAll(named("interchange", uci.text(1)));
    own.putAll(named("sender", uci.text(2, 1)));
    own.putAll(names);
    own.putAll(named("action", at.text(action)));
    var id = id(names);
    starts.add(at.position());
    read.add(
        Acknowledgement.builder()
            .acknowledgementId(
                DecodeContext.stableId("acknowledgement/" + context.documentKey() + "/" + id))
            .of(new MessageReference(id, context.recipientUrn(), type(names), Map.of()))
            .level(level(status))
            .status(status)
            .acknowledgedAt(context.receivedAt().toString())
            .problems(problems(found, status))
            .extensions(Map.of(EXTENSION, own))
            .build());
  }

  private static String type(Map<String, Object> names) {
    return names.get("type") instanceof String type ? type : null;
  }

  private static AcknowledgementLevel level(AcknowledgementStatus status) {
    return status == AcknowledgementStatus.RECEIVED
        ? AcknowledgementLevel.TRANSPORT
        : AcknowledgementLevel.SCHEMA;
  }

  /** Both parties can derive it from the references of the interchange alone. */
  private String id(Map<String, Object> names) {
    return DecodeContext.stableId(
        "interchange/"
            + uci.text(2, 1)
            + "/"
            + uci.text(1)
            + "/"
            + names.getOrDefault("group", "")
            + "/"
            + names.getOrDefault("message", ""));
  }

  // ---- errors ---------------------------------------------------------------------------------

  /** An error code, or null, and where it was found. */
  private record Found(String code, String place) {}

  private static List<Found> located(Group answered) {
    var found = new ArrayList<Found>();
    for (var group : answered.groups("segment")) {
      var ucs = group.trigger();
      var place = "segment " + ucs.text(1);
      var elements = group.all("UCD");
      if (ucs.text(2) != null || elements.isEmpty()) {
        found.add(new Found(ucs.text(2), place));
      }
      elements.forEach(ucd -> found.add(new Found(ucd.text(1), place(place, ucd, 2))));
    }
    return found;
  }

  /** Elements are told with the tag as 1, and shown as everywhere here with the tag as 0. */
  private static String place(String segment, MessageSegment at, int element) {
    var place = new StringBuilder(segment == null ? "" : segment);
    var number = at.text(element, 1);
    if (Forms.digits(number, 1, 3) && Integer.parseInt(number) > 1) {
      place.append(" element ").append(Integer.parseInt(number) - 1);
      if (at.text(element, 2) != null) {
        place.append(" component ").append(at.text(element, 2));
      }
    }
    return place.toString().strip();
  }

  private static List<ProblemItem> problems(List<Found> found, AcknowledgementStatus status) {
    boolean rejected = status == AcknowledgementStatus.REJECTED;
    boolean harmless =
        status == AcknowledgementStatus.ACCEPTED || status == AcknowledgementStatus.RECEIVED;
    var severity = harmless ? Severity.WARNING : Severity.ERROR;
    var all = found.isEmpty() && rejected ? List.of(new Found(null, "")) : found;
    return all.stream().limit(MOST).map(each -> problem(each, severity)).toList();
  }

  private static ProblemItem problem(Found found, Severity severity) {
    var text = ControlCodes.error(found.code());
    var what =
        text != null
            ? text
            : found.code() == null ? "rejected without an error code" : "UN 0085 " + found.code();
    return new ProblemItem(
        ProblemCode.PARTNER.code(),
        severity,
        null,
        null,
        found.place().isEmpty() ? what : found.place() + ": " + what,
        null,
        null,
        found.code(),
        text,
        Map.of());
  }
}
