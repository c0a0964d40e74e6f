package org.chasqui.codec.upu.services;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.upu.EventCodes;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.EventType;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.Place;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Reason;
import org.chasqui.message.Rfc3339;
import org.chasqui.message.Scope;
import org.chasqui.message.Severity;
import org.chasqui.message.TimeType;
import org.chasqui.message.TrackingEvent;

/** Makes tracking events of what IPS says of one, in whichever document it says so. */
final class IpsEvents {
  private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
  private static final int COUNTRY = 2;

  private final ProfileView view;
  private final List<Problem> problems;

  IpsEvents(ProfileView view, List<Problem> problems) {
    this.view = view;
    this.problems = problems;
  }

  /**
   * What a document says of an event; each may be null but the item.
   *
   * @param date local to the office, as it stands
   * @param captured with an offset, as it stands
   */
  record Given(
      String itemId,
      String number,
      String date,
      String captured,
      String office,
      String retention,
      String nonDelivery,
      String measure,
      String signatory,
      String deliveryLocation,
      Mass mass,
      List<String> receptacleIds,
      Map<String, Object> rest) {}

  /** Places of the parts that problems tell of. */
  interface Places {
    Location of(String part);
  }

  /** The event, or null when it cannot be one; the problems say why. */
  TrackingEvent of(Given given, Places places) {
    var code = code(given, places);
    var type = EventCodes.event(code, given.measure()).orElse(EventType.OTHER);
    var occurredAt = time(given, places);
    var reason = reason(type, given, places);
    boolean lacksReason = EventCodes.needsReason(type) && reason == null;
    if (given.number() == null || occurredAt == null || lacksReason) {
      return null;
    }
    return TrackingEvent.builder()
        .eventId(eventId(given))
        .eventType(type)
        .sourceEventCode(code == null ? given.number() : code)
        .sourceEventListId(EventCodes.LIST)
        .timeType(TimeType.ACTUAL)
        .occurredAt(occurredAt)
        .recordedAt(captured(given, places))
        .scope(scope(given))
        .location(place(given.office()))
        .reason(reason)
        .actionCode(code(given.measure(), "measure", places))
        .signatoryName(given.signatory())
        .deliveryLocationCode(code(given.deliveryLocation(), "deliveryLocation", places))
        .measuredMass(given.mass())
        .extensions(given.rest().isEmpty() ? Map.of() : Map.of("upu.ips", given.rest()))
        .build();
  }

  /** The same event told twice is the same event. */
  private String eventId(Given given) {
    return DecodeContext.stableId(
        "event/"
            + String.join(
                "/",
                view.urn(),
                given.itemId(),
                given.number(),
                given.date(),
                String.valueOf(given.office())));
  }

  private String code(Given given, Places places) {
    var code = given.number() == null ? null : IpsNumbers.code(given.number());
    if (code == null) {
      problems.add(
          new Problem(
              ProblemCode.CODE_WITHOUT_TARGET,
              given.number() == null ? Severity.ERROR : Severity.WARNING,
              places.of("number"),
              given.number(),
              "an event number of IPS"));
    } else if (EventCodes.event(code).isEmpty()) {
      var at = places.of("number");
      problems.add(Problem.of(ProblemCode.CODE_WITHOUT_TARGET, at, code, "a code of EMSEVT"));
    }
    return code;
  }

  private Scope scope(Given given) {
    var item = new DeclarationReference(given.itemId(), null, null, null, Map.of());
    return new Scope(List.of(item), given.receptacleIds(), null, Map.of());
  }

  /** IPS gives the local time of the office (upu-postal-edi §5). */
  private String time(Given given, Places places) {
    if (given.date() != null) {
      try {
        var zone = zone(given.office());
        return LocalDateTime.parse(given.date()).atZone(zone).toOffsetDateTime().format(RFC_3339);
      } catch (DateTimeException notLocal) {
        // told below
      }
    }
    problems.add(Problem.of(ProblemCode.SCHEMA, places.of("date"), null, "local date and time"));
    return null;
  }

  private ZoneId zone(String office) {
    return office == null ? view.zone() : EventCodes.zone(office).orElse(view.zone());
  }

  private String captured(Given given, Places places) {
    if (given.captured() == null) {
      return null;
    }
    try {
      return Rfc3339.parse(given.captured()).format(RFC_3339);
    } catch (DateTimeException withoutOffset) {
      pass(places.of("captured"), "date and time with offset");
      return null;
    }
  }

  private Reason reason(EventType type, Given given, Places places) {
    boolean delivery = EventCodes.reasons(type).equals(EventCodes.NON_DELIVERY);
    var part = delivery ? "nonDelivery" : "retention";
    var code = code(delivery ? given.nonDelivery() : given.retention(), part, places);
    if (code == null && EventCodes.needsReason(type)) {
      problems.add(
          Problem.of(ProblemCode.SCHEMA, places.of(part), null, "a reason with " + type.name()));
    }
    return code == null ? null : new Reason(code, EventCodes.reasons(type), null, null, Map.of());
  }

  private String code(String text, String part, Places places) {
    if (text == null || CdsValues.CODE.matcher(text).matches()) {
      return text;
    }
    pass(places.of(part), "a code of 1 to 17 characters");
    return null;
  }

  private void pass(Location location, String expected) {
    problems.add(
        new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, location, null, expected));
  }

  private static Place place(String office) {
    if (office == null) {
      return null;
    }
    boolean impc = EventCodes.isImpc(office);
    var facility = impc || office.length() > 35 ? null : office;
    return new Place(
        impc ? office : null,
        null,
        null,
        null,
        facility,
        null,
        impc ? office.substring(0, COUNTRY) : null,
        Map.of());
  }
}
