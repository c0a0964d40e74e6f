package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.DispatchId;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.RegionalMessage;
import org.chasqui.message.TransportLeg;

/**
 * Writes pre-advices of dispatches as PREDES (upu-messages-interim-guide, PREDES) or, when they
 * name their consignment, as PRECON: one message for each dispatch.
 */
final class PredesWriter extends ItemMessagesWriter<PredesWriter.Header> {
  private static final int IDS = 5;
  private static final int REFERENCE = 17;
  private static final int CONSIGNMENT = 35;

  /** A message of its own for each pre-advice. */
  record Header(String messageId, String source, DispatchPreadvice preadvice) {}

  private final boolean needsConsignment;

  private PredesWriter(String name, Definitions definitions, String type, boolean consignment) {
    super(name, MessageKind.DISPATCH_PREADVICE, definitions, type);
    this.needsConsignment = consignment;
  }

  static PredesWriter predes(Definitions definitions) {
    return new PredesWriter("upu-predes", definitions, "PREDES", false);
  }

  static PredesWriter precon(Definitions definitions) {
    return new PredesWriter("upu-precon", definitions, "PRECON", true);
  }

  @Override
  Header headerOf(RegionalMessage message, Losses losses) {
    var preadvice = (DispatchPreadvice) message.data();
    boolean ids = hasIds(preadvice, losses);
    boolean legs = hasLegs(preadvice, losses);
    boolean consigned = isConsigned(preadvice, losses);
    return ids && legs && consigned
        ? new Header(message.envelope().id(), message.envelope().source(), preadvice)
        : null;
  }

  private boolean isConsigned(DispatchPreadvice preadvice, Losses losses) {
    boolean whole = !needsConsignment || preadvice.consignmentId() != null;
    if (!whole) {
      losses.add(ProblemCode.TARGET_NEEDS, "/consignmentId", "nothing", "a consignment id");
    }
    return whole;
  }

  private static boolean hasIds(DispatchPreadvice preadvice, Losses losses) {
    boolean whole = DispatchId.parse(preadvice.dispatchId()).isPresent();
    if (!whole) {
      losses.add(ProblemCode.TARGET_NEEDS, "/dispatchId", null, "a dispatch id of 20 (UPU S8)");
    }
    if (preadvice.receptacles().isEmpty()) {
      losses.add(ProblemCode.TARGET_NEEDS, "/receptacles", "none", "a receptacle");
      whole = false;
    }
    for (int i = 0; i < preadvice.receptacles().size(); i++) {
      if (ReceptacleId.parse(preadvice.receptacles().get(i).receptacleId()).isEmpty()) {
        var pointer = "/receptacles/" + i + "/receptacleId";
        losses.add(ProblemCode.TARGET_NEEDS, pointer, null, "a receptacle id of 29 (UPU S9)");
        whole = false;
      }
    }
    return whole;
  }

  private static boolean hasLegs(DispatchPreadvice preadvice, Losses losses) {
    boolean whole = true;
    for (int i = 0; i < preadvice.legs().size(); i++) {
      var leg = preadvice.legs().get(i);
      if (!Places.hasCode(leg.departure()) || !Places.hasCode(leg.arrival())) {
        losses.add(ProblemCode.TARGET_NEEDS, "/legs/" + i, null, "departure and arrival by code");
        whole = false;
      }
    }
    return whole;
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, Header header, String reference) {
    var preadvice = header.preadvice();
    writer
        .segment("BGM")
        .element("785")
        .element(preadvice.dispatchId())
        .element(function(preadvice.function()))
        .end();
    outgoing.time();
    time(writer, "189", preadvice.closedAt(), zone(preadvice.originImpcCode(), outgoing.zone()));
    var sender = Outgoing.code(header.source());
    writer.segment("NAD").element("MS").element(sender, "160", "139").end();
    outgoing
        .party()
        .ifPresent(post -> writer.segment("NAD").element("MR").element(post, "160", "139").end());
  }

  private static String function(MessageFunction function) {
    return switch (function) {
      case ORIGINAL -> "9";
      case AMENDMENT -> "5";
      case CANCELLATION -> "1";
    };
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var preadvice = (DispatchPreadvice) message.data();
    references(writer, losses, preadvice);
    for (int i = 0; i < preadvice.legs().size(); i++) {
      leg(writer, losses, view, preadvice, i);
    }
    for (int i = 0; i < preadvice.receptacles().size(); i++) {
      var at = "/receptacles/" + i;
      receptacle(writer, losses, at, i + 1, preadvice.receptacles().get(i));
    }
    totals(writer, losses, preadvice);
    unplaced(losses, preadvice);
    return 1;
  }

  private static void references(EdifactWriter writer, Losses losses, DispatchPreadvice preadvice) {
    if (preadvice.consignmentId() != null) {
      var id = losses.text("/consignmentId", preadvice.consignmentId(), CONSIGNMENT);
      writer.segment("RFF").element("CN", id).end();
    }
    var document = preadvice.transportDocument();
    if (document != null && document.number() != null) {
      var number = losses.text("/transportDocument/number", document.number(), CONSIGNMENT);
      writer.segment("RFF").element("AWB", number).end();
      losses.noTarget("/transportDocument/issuer", document.issuer());
      losses.noTarget("/transportDocument/issuedOn", document.issuedOn());
    }
  }

  private static void leg(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      DispatchPreadvice preadvice,
      int index) {
    var leg = preadvice.legs().get(index);
    var at = "/legs/" + index;
    var carrier = losses.text(at + "/carrierCode", leg.carrierCode(), REFERENCE);
    var tdt =
        writer
            .segment("TDT")
            .element("20")
            .element(orEmpty(losses.text(at, leg.conveyanceReference(), REFERENCE)))
            .element(orEmpty(leg.modeCode()));
    if (carrier != null) {
      tdt.element("").element(carrier, "", "3");
    }
    tdt.end();
    Places.write(writer, losses, "5", at + "/departure", leg.departure());
    Places.write(writer, losses, "8", at + "/arrival", leg.arrival());
    boolean last = index == preadvice.legs().size() - 1;
    var from = index == 0 ? preadvice.originImpcCode() : null;
    var to = last ? preadvice.destinationImpcCode() : null;
    time(writer, "189", leg.departsAt(), zone(leg.departure().impcCode(), zone(from, view)));
    time(writer, "232", leg.arrivesAt(), zone(leg.arrival().impcCode(), zone(to, view)));
    told(losses, at, leg);
  }

  private static void told(Losses losses, String at, TransportLeg leg) {
    boolean planned =
        leg.timeType() == null || leg.timeType() == org.chasqui.message.TimeType.PLANNED;
    losses.noTarget(at + "/timeType", planned ? null : leg.timeType());
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static ZoneId zone(String impc, ProfileView view) {
    return zone(impc, view.zone());
  }

  private static ZoneId zone(String impc, ZoneId otherwise) {
    return EventCodes.zone(impc).orElse(otherwise);
  }

  private static void time(EdifactWriter writer, String qualifier, String time, ZoneId zone) {
    if (time != null) {
      LocalTime.write(time, zone)
          .or(() -> LocalTime.write(time, ZoneOffset.UTC))
          .ifPresent(
              local ->
                  writer
                      .segment("DTM")
                      .element(qualifier, local.getFirst(), local.getLast())
                      .end());
    }
  }

  private static void receptacle(
      EdifactWriter writer, Losses losses, String at, int sequence, Receptacle receptacle) {
    writer
        .segment("CNI")
        .element(String.valueOf(sequence))
        .element(receptacle.receptacleId())
        .end();
    if (receptacle.grossMass() != null) {
      writer
          .segment("MEA")
          .element("WT")
          .element("G")
          .element("KGM", receptacle.grossMass().value())
          .end();
    }
    for (var seal : receptacle.sealNumbers()) {
      writer.segment("SEL").element(losses.text(at + "/sealNumbers", seal, CONSIGNMENT)).end();
    }
    items(writer, receptacle.items().stream().map(item -> item.itemId()).toList());
    losses.noTarget(at + "/typeCode", receptacle.typeCode());
    losses.noTarget(at + "/dangerousGoods", receptacle.dangerousGoods());
    boolean counted =
        receptacle.itemCount() == null || receptacle.itemCount() == receptacle.items().size();
    losses.noTarget(at + "/itemCount", counted ? null : receptacle.itemCount());
    for (int i = 0; i < receptacle.items().size(); i++) {
      losses.noTarget(at + "/items/" + i + "/mass", receptacle.items().get(i).mass());
    }
  }

  private static void items(EdifactWriter writer, List<String> ids) {
    for (int from = 0; from < ids.size(); from += IDS) {
      var gin = writer.segment("GIN").element("BN");
      ids.subList(from, Math.min(ids.size(), from + IDS)).forEach(gin::element);
      gin.end();
    }
  }

  private static void totals(EdifactWriter writer, Losses losses, DispatchPreadvice preadvice) {
    var totals = preadvice.totals();
    if (totals == null) {
      return;
    }
    if (totals.grossMass() != null) {
      var mass = totals.grossMass();
      writer.segment("CNT").element("7", mass.value(), mass.unitCode()).end();
    }
    if (totals.itemCount() != null) {
      writer.segment("CNT").element("10", totals.itemCount().toString()).end();
    }
    if (totals.receptacleCount() != null) {
      writer.segment("CNT").element("11", totals.receptacleCount().toString()).end();
    }
    losses.noTarget("/totals", totals.other());
  }

  private static void unplaced(Losses losses, DispatchPreadvice preadvice) {
    boolean first = preadvice.version() == null || preadvice.version() == 1;
    losses.noTarget("/version", first ? null : preadvice.version());
    losses.noTarget("/extensions", preadvice.extensions());
  }

  @Override
  boolean counts() {
    return false;
  }
}
