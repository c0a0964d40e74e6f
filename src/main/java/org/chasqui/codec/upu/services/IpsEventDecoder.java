package org.chasqui.codec.upu.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.LossList;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.ReceptacleId;

/**
 * Reads events of the EDI data service of IPS: {@code Item} and {@code Event} with the data of
 * EMSEVT. The names of the fields are public; that they stand in two objects is inferred.
 */
final class IpsEventDecoder extends IpsJsonDecoder {
  private static final Set<String> READ_OF_EVENT =
      Set.of(
          "EventTypeCd",
          "EventLocalDate",
          "CaptureGmtDate",
          "LocationId",
          "RetentionReasonCd",
          "NonDeliveryReasonCd",
          "NonDeliveryMeasureCd",
          "SignatoryNm",
          "DeliveryLocation");
  private static final Set<String> READ_OF_ITEM = Set.of("MailitemFid", "Weight", "ReceptacleFid");

  /** The field of each part of an event. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "number", "EventTypeCd",
          "date", "EventLocalDate",
          "captured", "CaptureGmtDate",
          "retention", "RetentionReasonCd",
          "nonDelivery", "NonDeliveryReasonCd",
          "measure", "NonDeliveryMeasureCd",
          "deliveryLocation", "DeliveryLocation");

  IpsEventDecoder() {
    super("ips-event", "Item and Event of the EDI data service of IPS");
  }

  @Override
  boolean recognises(String head) {
    return head.contains("\"MailitemFid\"") || head.contains("\"EventTypeCd\"");
  }

  @Override
  Decoded read(JsonNode object, String pointer, int position, DecodeContext context) {
    var item = object.path("Item");
    var event = object.path("Event");
    var problems = new ArrayList<Problem>();
    var messages = new IpsMessages(context);
    var itemId = text(item, "MailitemFid");
    if (itemId == null || itemId.length() > 35) {
      var at = new Location.AtPointer(pointer + "/Item/MailitemFid");
      problems.add(Problem.of(ProblemCode.SCHEMA, at, null, "an item id"));
      return messages.decoded(position, null, null, problems);
    }
    var given = given(itemId, item, event, pointer, problems);
    var read =
        new IpsEvents(context.view(), problems)
            .of(given, part -> new Location.AtPointer(pointer + "/Event/" + FIELDS.get(part)));
    return messages.decoded(position, itemId, read, problems);
  }

  private static IpsEvents.Given given(
      String itemId, JsonNode item, JsonNode event, String pointer, List<Problem> problems) {
    var signatory = text(event, "SignatoryNm");
    return new IpsEvents.Given(
        itemId,
        text(event, "EventTypeCd"),
        text(event, "EventLocalDate"),
        text(event, "CaptureGmtDate"),
        text(event, "LocationId"),
        text(event, "RetentionReasonCd"),
        text(event, "NonDeliveryReasonCd"),
        text(event, "NonDeliveryMeasureCd"),
        signatory == null ? null : LossList.head(signatory, 70),
        text(event, "DeliveryLocation"),
        IpsDispatchDecoder.mass(item, "Weight", pointer + "/Item", problems),
        receptacle(item, pointer, problems),
        rest(item, event));
  }

  private static List<String> receptacle(JsonNode item, String pointer, List<Problem> problems) {
    var id = text(item, "ReceptacleFid");
    if (id == null) {
      return List.of();
    }
    var found = ReceptacleId.check(id, new Location.AtPointer(pointer + "/Item/ReceptacleFid"));
    problems.addAll(found.stream().map(IpsDispatchDecoder::warning).toList());
    return found.isEmpty() ? List.of(id) : List.of();
  }

  /** What has no field of its own is kept by its name. */
  private static Map<String, Object> rest(JsonNode item, JsonNode event) {
    var rest = new LinkedHashMap<String, Object>();
    keep(item, READ_OF_ITEM, rest);
    keep(event, READ_OF_EVENT, rest);
    return rest;
  }

  private static void keep(JsonNode object, Set<String> read, Map<String, Object> rest) {
    object
        .properties()
        .forEach(
            field -> {
              var text = text(object, field.getKey());
              if (text != null && !read.contains(field.getKey())) {
                rest.put(field.getKey(), text);
              }
            });
  }
}
