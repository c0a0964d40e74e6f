package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.message.DispatchId;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.DispatchTotals;
import org.chasqui.message.Document;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.TransportLeg;

/**
 * Reads a CARDIT as pre-advices: one for each dispatch that its receptacles belong to
 * (upu-postal-edi §4). What the regional message has no field for, the handover and the containers,
 * stands in the extension {@link #EXTENSION}.
 */
final class CarditReader {
  /** Holds {@code handover} and {@code containers}. */
  static final String EXTENSION = "upu.cardit";

  private static final String AIR_WAYBILL = "740";
  private static final String OTHER_DOCUMENT = "ZZZ";
  private static final int CODE = 17;

  private final Group message;
  private final ProfileView view;
  private final ItemReader values;

  CarditReader(InterchangeReader.Item item, ProfileView view) {
    this.message = item.group();
    this.view = view;
    this.values = new ItemReader(item);
  }

  /** The pre-advices; what is wrong with them stands in the faults of the item afterwards. */
  Parts preadvices() {
    var consignments = message.groups("consignment");
    var dispatches = new LinkedHashMap<DispatchId, Loaded>();
    for (int i = 0; i < consignments.size(); i++) {
      int from = consignments.get(i).trigger().position();
      boolean last = i + 1 == consignments.size();
      int to = last ? Integer.MAX_VALUE : consignments.get(i + 1).trigger().position();
      load(consignments.get(i), from, to, dispatches);
    }
    if (dispatches.isEmpty()) {
      return new Parts(List.of());
    }
    var transport = message.groups("transport");
    var first = dispatches.keySet().iterator().next();
    var legs = new LegReader(values, transport, first, view.zone());
    var shared = new Shared(function(), legs.legs(), document(), extension(legs.handover()));
    var parts = new ArrayList<Parts.Part>();
    dispatches.forEach((id, loaded) -> parts.add(part(id, loaded, shared)));
    return new Parts(parts);
  }

  /** What the dispatches of the consignment have in common. */
  private record Shared(
      MessageFunction function,
      List<TransportLeg> legs,
      Document document,
      Map<String, Object> extensions) {}

  /** The receptacles of a dispatch and the consignment group that they stand in first. */
  private record Loaded(
      Group consignment, List<Receptacle> receptacles, int from, int to, boolean alone) {}

  private void load(Group consignment, int from, int to, Map<DispatchId, Loaded> dispatches) {
    var byDispatch = new LinkedHashMap<DispatchId, List<Receptacle>>();
    var reader = new GoodsReader(values);
    for (var goods : consignment.groups("goods")) {
      reader.read(goods, byDispatch);
    }
    int count = byDispatch.values().stream().mapToInt(List::size).sum();
    counted(consignment, count);
    byDispatch.forEach(
        (id, receptacles) -> {
          var known = dispatches.get(id);
          if (known != null) {
            known.receptacles.addAll(receptacles);
            dispatches.put(id, new Loaded(known.consignment, known.receptacles, 0, 0, false));
          } else if (byDispatch.size() == 1) {
            dispatches.put(id, new Loaded(consignment, receptacles, from, to, true));
          } else {
            dispatches.put(id, new Loaded(consignment, receptacles, 0, 0, false));
          }
        });
  }

  private void counted(Group consignment, int receptacles) {
    var goods = consignment.groups("goods");
    if (goods.stream().allMatch(each -> each.first("GIN", 1, 1, "BN") == null)) {
      values.missing(consignment.trigger(), "GIN+BN");
    }
    var cnt = consignment.first("CNT", 1, 1, "11");
    var told = values.whole(cnt, 1, 2);
    if (told != null && told != receptacles) {
      var found = String.valueOf(told);
      values.pass(ProblemCode.ENVELOPE, cnt, 1, 2, found, receptacles + " receptacles");
    }
  }

  private Parts.Part part(DispatchId id, Loaded loaded, Shared shared) {
    var consignment = loaded.consignment;
    var consignmentId = consignment.trigger().text(2);
    var zone = ImpcZones.builtIn().zone(id.origin().text()).orElse(view.zone());
    var preadvice =
        DispatchPreadvice.of(id)
            .preadviceId(DecodeContext.stableId("preadvice/" + consignmentId + "/" + id.text()))
            .function(shared.function)
            .closedAt(values.time(consignment, "11", zone))
            .receptacles(loaded.receptacles)
            .legs(shared.legs)
            .consignmentId(consignmentId)
            .transportDocument(shared.document)
            .totals(loaded.alone ? totals(consignment) : null)
            .extensions(shared.extensions)
            .build();
    return new Parts.Part(preadvice, loaded.from, loaded.to);
  }

  private DispatchTotals totals(Group consignment) {
    var count = values.whole(consignment.first("CNT", 1, 1, "11"), 1, 2);
    var mass = values.total(consignment, "7");
    return count == null && mass == null ? null : new DispatchTotals(count, null, mass, Map.of());
  }

  private MessageFunction function() {
    var bgm = message.first("BGM");
    return switch (bgm == null || bgm.text(3) == null ? "9" : bgm.text(3)) {
      case "9" -> MessageFunction.ORIGINAL;
      case "1" -> MessageFunction.CANCELLATION;
      default -> MessageFunction.AMENDMENT;
    };
  }

  private Document document() {
    for (var group : message.groups("reference")) {
      var rff = group.trigger();
      boolean airWaybill = rff.segment().is(1, 1, "AWB");
      if (airWaybill || rff.segment().is(1, 1, "AAS")) {
        var type = airWaybill ? AIR_WAYBILL : type(rff);
        var issued = values.time(group, "182", view.zone());
        var day = issued == null ? null : issued.substring(0, "yyyy-mm-dd".length());
        return new Document(type, rff.text(1, 2), day, null, null, Map.of());
      }
    }
    return null;
  }

  private static String type(MessageSegment rff) {
    var type = rff.text(1, 4);
    return Forms.lettersOrDigits(type, 1, CODE) ? type : OTHER_DOCUMENT;
  }

  private Map<String, Object> extension(Map<String, Object> handover) {
    var extension = new LinkedHashMap<String, Object>();
    if (!handover.isEmpty()) {
      extension.put("handover", handover);
    }
    var containers = new ArrayList<Map<String, Object>>();
    message.groups("equipment").forEach(group -> containers.add(container(group)));
    if (!containers.isEmpty()) {
      extension.put("containers", containers);
    }
    return extension.isEmpty() ? Map.of() : Map.of(EXTENSION, extension);
  }

  private Map<String, Object> container(Group group) {
    var container = new LinkedHashMap<String, Object>();
    container.put("type", group.trigger().text(1));
    if (group.trigger().text(2) != null) {
      container.put("id", group.trigger().text(2));
    }
    var masses = new LinkedHashMap<String, Object>();
    for (var mea : group.all("MEA")) {
      var kilograms = Decimal.kilograms(mea.text(3, 2), mea.text(3, 1));
      if (mea.text(2, 1) != null && kilograms.isPresent()) {
        masses.put(mea.text(2, 1), kilograms.get());
      }
    }
    if (!masses.isEmpty()) {
      container.put("kilograms", masses);
    }
    var seals = group.all("SEL").stream().map(sel -> sel.text(1)).filter(s -> s != null).toList();
    if (!seals.isEmpty()) {
      container.put("seals", seals);
    }
    return container;
  }
}
