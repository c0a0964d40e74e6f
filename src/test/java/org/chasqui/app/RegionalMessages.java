package org.chasqui.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small regional messages for tests. */
final class RegionalMessages {
  static final String CLA = "urn:lac-ead:party:CL:post:CLA";
  static final String PEA = "urn:lac-ead:party:PE:post:PEA";
  static final String ANAM = "urn:lac-ead:party:MX:customs:ANAM";
  private static final String GATEWAY = "urn:lac-ead:party:XX:gateway:CHASQUI";

  private RegionalMessages() {}

  private static byte[] message(
      String type, String source, String subject, String schema, String data) {
    return """
        {"specversion":"1.0","id":"%s","source":"%s","type":"lacead.%s.v1","subject":"%s",
         "time":"2026-11-04T12:00:00Z","datacontenttype":"application/json",
         "dataschema":"urn:lac-ead:schema:%s:1.0.0","recipient":"%s","correlationid":"%s",
         "data":%s}"""
        .formatted(
            UUID.randomUUID(), source, type, subject, schema, GATEWAY, UUID.randomUUID(), data)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A declaration of CorreosChile worth 40 USD; {@code identifiers} are those of the addressee. */
  static byte[] declaration(String item, String country, String identifiers) {
    return message(
        "item-declaration.submitted",
        CLA,
        item,
        "item-declaration",
        """
        {"declarationId":"%1$s","version":1,"function":"ORIGINAL","flow":"IMPORT","itemId":"%2$s",
         "originOperatorCode":"CLA","destinationOperatorCode":"%3$sA","originCountryCode":"CL",
         "destinationCountryCode":"%3$s","mailClassCode":"C","postingDateTime":"2026-11-03T09:00:00-03:00",
         "sender":{"name":"Tienda","address":{"streetLines":["Calle 1"],"city":"Santiago","countryCode":"CL"}},
         "recipient":{"name":"Ana Pérez","identifiers":[%4$s],
          "address":{"streetLines":["Calle 2"],"city":"Centro","countryCode":"%3$s"}},
         "itemCategory":"GIFT","grossMass":{"value":"1.2","unitCode":"KGM"},
         "declaredValue":{"amount":"40.00","currencyCode":"USD"},
         "contents":[{"sequence":1,"description":"Cotton shirt","quantity":1,"quantityUnitCode":"H87",
          "netMass":{"value":"1.0","unitCode":"KGM"},"value":{"amount":"40.00","currencyCode":"USD"},
          "hsCode":"610910","originCountryCode":"CL"}]}"""
            .formatted(UUID.randomUUID(), item, country, identifiers));
  }

  /** A referral of customs of Mexico. */
  static byte[] referral(String item, String id, int version, String type, String state) {
    return message(
        "customs-referral.issued",
        ANAM,
        item,
        "customs-referral",
        """
        {"referralId":"%s","version":%d,"type":"%s","state":"%s",
         "scope":{"items":[{"itemId":"%s"}]},"issuedAt":"2026-11-04T12:00:00Z",
         "authority":{"countryCode":"MX"},"reasons":[{"code":"R1","text":"Revisar"}]}"""
            .formatted(id, version, type, state, item));
  }

  /** The answer of CorreosChile; {@code rest} continues the data. */
  static byte[] response(String item, String id, String type, String rest) {
    return message(
        "referral-response.submitted",
        CLA,
        item,
        "referral-response",
        """
        {"responseId":"%s","referralId":"%s","type":"%s","respondedAt":"2026-11-04T12:00:00Z"%s}"""
            .formatted(UUID.randomUUID(), id, type, rest));
  }

  /** A decision of customs of Mexico. */
  static byte[] decision(String item, String status) {
    return message(
        "customs-decision.issued",
        ANAM,
        item,
        "customs-decision",
        """
        {"decisionId":"%s","version":1,"declaration":{"itemId":"%s"},"status":"%s",
         "decidedAt":"2026-11-04T12:00:00Z","authority":{"countryCode":"MX"}%s}"""
            .formatted(
                UUID.randomUUID(),
                item,
                status,
                status.equals("RETURN_TO_ORIGIN") ? ",\"reasons\":[{\"code\":\"NC\"}]" : ""));
  }

  /** A pre-advice of CorreosChile: all items in one receptacle. */
  static byte[] preadvice(String dispatch, int version, String function, List<String> items) {
    var held =
        items.stream()
            .map(item -> "{\"itemId\":\"" + item + "\"}")
            .collect(Collectors.joining(",", "[", "]"));
    return message(
        "dispatch-preadvice.submitted",
        CLA,
        dispatch,
        "dispatch-preadvice",
        """
        {"preadviceId":"%s","version":%d,"function":"%s","dispatchId":"%s","originImpcCode":"%s",
         "destinationImpcCode":"%s","mailCategoryCode":"A","mailClassCode":"C","mailSubclassCode":"CN",
         "closedAt":"2026-11-04T10:00:00-03:00",
         "receptacles":[{"receptacleId":"%s001100125","items":%s}],
         "legs":[{"sequence":1,"modeCode":"4","carrierCode":"LA","conveyanceReference":"LA2484",
          "departure":{"airportCode":"SCL"},"departsAt":"2026-11-05T06:00:00-03:00",
          "arrival":{"airportCode":"LIM"},"arrivesAt":"2026-11-05T08:05:00-05:00","timeType":"PLANNED"}]}"""
            .formatted(
                UUID.randomUUID(),
                version,
                function,
                dispatch,
                dispatch.substring(0, 6),
                dispatch.substring(6, 12),
                dispatch,
                held));
  }

  /** An event that happened to items. */
  static byte[] event(String source, String type, String... items) {
    var about =
        IntStream.range(0, items.length)
            .mapToObj(i -> "{\"itemId\":\"" + items[i] + "\"}")
            .collect(Collectors.joining(","));
    return message(
        "tracking-event.recorded",
        source,
        items[0],
        "tracking-event",
        """
        {"eventId":"%s","eventType":"%s","timeType":"ACTUAL","occurredAt":"2026-11-05T09:00:00-05:00",
         "scope":{"items":[%s]},"location":{"impcCode":"PELIMA","countryCode":"PE"}}"""
            .formatted(UUID.randomUUID(), type, about));
  }
}
