package org.chasqui.codec.upu.services;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.message.DispatchId;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Location;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.ReceptacleItem;
import org.chasqui.message.Severity;

/**
 * Reads dispatches: the import of a dispatch into IPS, whose ids are documented and whose property
 * names are ours, and one receptacle with its items ({@code PWS_Receptacle}), whose names are those
 * of a public test suite.
 */
final class IpsDispatchDecoder extends IpsJsonDecoder {
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,7}(\\.\\d{1,12})?");
  private static final Pattern CONSIGNMENT = Pattern.compile("[A-Z0-9]{4,35}");
  private static final int DISPATCH = 20;
  private static final int MOST_ITEM_ID = 35;

  IpsDispatchDecoder() {
    super("ips-dispatch", "a dispatch with receptacles, or PWS_Receptacle");
  }

  @Override
  boolean recognises(String head) {
    return head.contains("\"PWS_Receptacle\"")
        || head.contains("\"dispatchId\"") && head.contains("\"receptacles\"");
  }

  @Override
  Decoded read(JsonNode object, String pointer, int position, DecodeContext context) {
    var problems = new ArrayList<Problem>();
    boolean alone = object.path("PWS_Receptacle").isObject();
    var receptacles = receptacles(object, pointer, problems);
    var id = dispatchId(object, alone ? receptacles : List.of(), pointer, problems);
    var preadvice =
        problems.stream().anyMatch(Problem::isError)
            ? null
            : preadvice(object, id, receptacles, pointer, context, problems);
    return new IpsMessages(context)
        .decoded(position, id == null ? null : id.text(), preadvice, problems);
  }

  private static List<Receptacle> receptacles(
      JsonNode object, String pointer, List<Problem> problems) {
    var receptacles = new ArrayList<Receptacle>();
    var alone = object.path("PWS_Receptacle");
    if (alone.isObject()) {
      var at = pointer + "/PWS_Receptacle";
      receptacle(alone, "ReceptacleId", null, "Item", at, receptacles, problems);
      return receptacles;
    }
    var list = object.path("receptacles");
    for (int i = 0; i < list.size(); i++) {
      var at = pointer + "/receptacles/" + i;
      receptacle(list.get(i), "receptacleId", "weightKg", "items", at, receptacles, problems);
    }
    return receptacles;
  }

  private static DispatchId dispatchId(
      JsonNode object, List<Receptacle> alone, String pointer, List<Problem> problems) {
    if (object.has("PWS_Receptacle")) {
      // a receptacle without a sound id has been told
      return alone.isEmpty()
          ? null
          : new DispatchId(alone.getFirst().receptacleId().substring(0, DISPATCH));
    }
    var text = text(object, "dispatchId");
    problems.addAll(DispatchId.check(text, new Location.AtPointer(pointer + "/dispatchId")));
    return DispatchId.parse(text).orElse(null);
  }

  private static DispatchPreadvice preadvice(
      JsonNode object,
      DispatchId id,
      List<Receptacle> receptacles,
      String pointer,
      DecodeContext context,
      List<Problem> problems) {
    agrees(object, "origin", id.origin().text(), pointer, problems);
    agrees(object, "destination", id.destination().text(), pointer, problems);
    agrees(object, "category", id.categoryCode(), pointer, problems);
    agrees(object, "subclass", id.subclassCode(), pointer, problems);
    agrees(object, "yearDigit", Integer.toString(id.yearDigit()), pointer, problems);
    agrees(object, "serial", id.serial(), pointer, problems);
    return DispatchPreadvice.of(id)
        .preadviceId(DecodeContext.stableId(context.view().urn() + "/preadvice/" + id.text()))
        .function(MessageFunction.ORIGINAL)
        .receptacles(receptacles)
        .consignmentId(consignment(object, pointer, problems))
        .build();
  }

  private static String consignment(JsonNode object, String pointer, List<Problem> problems) {
    var id = text(object, "consignmentId");
    if (id == null || CONSIGNMENT.matcher(id).matches()) {
      return id;
    }
    var at = new Location.AtPointer(pointer + "/consignmentId");
    problems.add(
        new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, at, null, "a consignment id"));
    return null;
  }

  /** The parts of the id are said a second time; the id is believed. */
  private static void agrees(
      JsonNode object, String name, String part, String pointer, List<Problem> problems) {
    var said = text(object, name);
    if (said != null && !said.equals(part)) {
      var at = new Location.AtPointer(pointer + "/" + name);
      problems.add(new Problem(ProblemCode.CODE_VALUE, Severity.WARNING, at, said, part));
    }
  }

  private static void receptacle(
      JsonNode node,
      String idName,
      String massName,
      String itemsName,
      String pointer,
      List<Receptacle> receptacles,
      List<Problem> problems) {
    var id = text(node, idName);
    var found = ReceptacleId.check(id, new Location.AtPointer(pointer + "/" + idName));
    problems.addAll(found);
    var items = items(node.path(itemsName), pointer + "/" + itemsName, problems);
    if (found.isEmpty()) {
      var mass = massName == null ? null : mass(node, massName, pointer, problems);
      receptacles.add(
          new Receptacle(
              id, null, mass, items.isEmpty() ? null : items.size(), null, null, items, Map.of()));
    }
  }

  private static List<ReceptacleItem> items(JsonNode list, String pointer, List<Problem> problems) {
    var items = new ArrayList<ReceptacleItem>();
    for (int i = 0; i < list.size(); i++) {
      var node = list.get(i);
      var id = node.isObject() ? text(node, "ItemId") : node.isTextual() ? node.asText() : null;
      if (id == null || id.length() > MOST_ITEM_ID) {
        var at = new Location.AtPointer(pointer + "/" + i);
        problems.add(Problem.of(ProblemCode.SCHEMA, at, null, "an item id"));
      } else {
        items.add(new ReceptacleItem(id, null, null, Map.of()));
      }
    }
    return items;
  }

  /** A mass in kilograms, or null; one that is none is passed over with a warning. */
  static Mass mass(JsonNode node, String name, String pointer, List<Problem> problems) {
    var given = node.path(name);
    var text = given.isNumber() ? given.decimalValue().toPlainString() : text(node, name);
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      var at = new Location.AtPointer(pointer + "/" + name);
      problems.add(
          new Problem(ProblemCode.ELEMENT_FORMAT, Severity.WARNING, at, null, "kilograms"));
      return null;
    }
    var number = new BigDecimal(text);
    var rounded = number.scale() > 6 ? number.setScale(6, RoundingMode.HALF_UP) : number;
    return new Mass(rounded.toPlainString(), "KGM");
  }

  /** The same problem as one that does not stop the message. */
  static Problem warning(Problem problem) {
    return new Problem(
        problem.code(), Severity.WARNING, problem.location(), problem.found(), problem.expected());
  }
}
