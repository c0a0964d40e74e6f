package org.chasqui.codec.upu;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Fault;
import org.chasqui.codec.edifact.Group;
import org.chasqui.codec.edifact.InterchangeReader;
import org.chasqui.codec.edifact.MessageSegment;
import org.chasqui.codec.edifact.SyntaxError;
import org.chasqui.message.DispatchId;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.DispatchTotals;
import org.chasqui.message.Document;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.TimeType;
import org.chasqui.message.TransportLeg;

/**
 * Reads a message of PREDES or PRECON as the pre-advice of a dispatch (upu-messages-interim-guide,
 * PREDES).
 */
final class DispatchReader {
  private static final int REFERENCE = 17;
  private static final int CONSIGNMENT = 35;
  private static final String AIR_WAYBILL = "740";

  private final InterchangeReader.Item item;
  private final Group message;
  private final ProfileView view;
  private final ItemReader values;

  DispatchReader(InterchangeReader.Item item, ProfileView view) {
    this.item = item;
    this.message = item.group();
    this.view = view;
    this.values = new ItemReader(item);
  }

  /** The pre-advice; nothing when the message has no head or no receptacle that can be used. */
  Parts preadvice() {
    var bgm = message.first("BGM");
    if (bgm == null) {
      return new Parts(List.of());
    }
    var receptacles = new ReceptacleReader(item).receptacles();
    var id = DispatchId.parse(bgm.text(2));
    if (id.isEmpty() && bgm.text(2) != null) {
      values.refuse(bgm, 2, 1, "length " + bgm.text(2).length(), "a dispatch id of 20 (UPU S8)");
    }
    return id.map(dispatch -> Parts.one(preadvice(dispatch, bgm, receptacles)))
        .orElseGet(() -> new Parts(List.of()));
  }

  private DispatchPreadvice preadvice(
      DispatchId id, MessageSegment bgm, List<Receptacle> receptacles) {
    return DispatchPreadvice.of(id)
        .preadviceId(preadviceId(id))
        .function(function(bgm.text(3)))
        .closedAt(values.time(message, "189", zone(id.origin().text())))
        .receptacles(receptacles)
        .legs(legs(id))
        .consignmentId(consignment())
        .transportDocument(transportDocument())
        .totals(totals(receptacles))
        .build();
  }

  /** That of a consignment is a message of its own beside that of the dispatch. */
  private String preadviceId(DispatchId id) {
    var kind = item.message().type().equals("PRECON") ? "preadvice/precon/" : "preadvice/";
    return DecodeContext.stableId(kind + item.interchange().sender() + "/" + id.text());
  }

  private static MessageFunction function(String code) {
    return switch (code) {
      case "1" -> MessageFunction.CANCELLATION;
      case "5" -> MessageFunction.AMENDMENT;
      case null, default -> MessageFunction.ORIGINAL;
    };
  }

  private String consignment() {
    var rff = message.first("RFF", 1, 1, "CN");
    return rff == null ? null : values.cut(rff, 1, rff.text(1, 2), CONSIGNMENT);
  }

  private Document transportDocument() {
    var rff = message.first("RFF", 1, 1, "AWB");
    return rff == null
        ? null
        : new Document(AIR_WAYBILL, rff.text(1, 2), null, null, null, Map.of());
  }

  private List<TransportLeg> legs(DispatchId id) {
    var legs = new ArrayList<TransportLeg>();
    var groups = message.groups("leg");
    for (int i = 0; i < groups.size(); i++) {
      boolean last = i == groups.size() - 1;
      legs.add(leg(groups.get(i), i + 1, i == 0 ? id.origin().text() : null, last ? id : null));
    }
    return legs;
  }

  /** Airports say no country, so the first departure and the last arrival have the ends' zones. */
  private TransportLeg leg(Group leg, int sequence, String origin, DispatchId end) {
    var tdt = leg.trigger();
    var from = leg.first("LOC", 1, 1, "5");
    var to = leg.first("LOC", 1, 1, "8");
    var destination = end == null ? null : end.destination().text();
    var departs = values.time(leg, "189", zone(from, origin));
    var arrives = values.time(leg, "232", zone(to, destination));
    return new TransportLeg(
        sequence,
        tdt.text(3, 1),
        values.cut(tdt, 5, tdt.text(5, 1), REFERENCE),
        values.cut(tdt, 2, tdt.text(2), REFERENCE),
        Places.read(values, from),
        departs,
        Places.read(values, to),
        arrives,
        departs == null && arrives == null ? null : TimeType.PLANNED,
        Map.of());
  }

  private ZoneId zone(MessageSegment loc, String otherwise) {
    var place = loc == null ? null : loc.text(2);
    return EventCodes.zone(place).orElseGet(() -> zone(otherwise));
  }

  private ZoneId zone(String impc) {
    return EventCodes.zone(impc).orElse(view.zone());
  }

  // ---- totals ---------------------------------------------------------------------------------

  private DispatchTotals totals(List<Receptacle> receptacles) {
    var mass = message.first("CNT", 1, 1, "7");
    var bags = message.first("CNT", 1, 1, "11");
    var parcels = message.first("CNT", 1, 1, "10");
    if (mass == null && bags == null && parcels == null) {
      return null;
    }
    int items = receptacles.stream().mapToInt(receptacle -> receptacle.items().size()).sum();
    var kilograms = mass == null ? null : Kilograms.of(values, mass);
    if (kilograms != null) {
      compare(mass, kilograms.value(), receptacles);
    }
    return new DispatchTotals(
        count(bags, receptacles.size()), count(parcels, items), kilograms, Map.of());
  }

  private Integer count(MessageSegment cnt, int counted) {
    var told = values.whole(cnt, 1, 2);
    if (told != null && told != counted) {
      differs(cnt, String.valueOf(told), String.valueOf(counted));
    }
    return told;
  }

  /** Only when every receptacle says its mass can the sum be known. */
  private void compare(MessageSegment cnt, String told, List<Receptacle> receptacles) {
    var sum = BigDecimal.ZERO;
    for (var receptacle : receptacles) {
      if (receptacle.grossMass() == null) {
        return;
      }
      sum = sum.add(new BigDecimal(receptacle.grossMass().value()));
    }
    if (sum.compareTo(new BigDecimal(told)) != 0) {
      differs(cnt, told, sum.stripTrailingZeros().toPlainString());
    }
  }

  private void differs(MessageSegment cnt, String told, String counted) {
    item.faults()
        .add(
            Fault.warning(
                ProblemCode.ENVELOPE,
                SyntaxError.COUNT_DIFFERS,
                cnt.at(1, 2),
                told,
                counted + " by the receptacles that can be used"));
  }
}
