package org.chasqui.codec.upu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.DispatchPreadvice;
import org.chasqui.message.Document;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Receptacle;
import org.chasqui.message.ReceptacleId;
import org.chasqui.message.RegionalMessage;

/**
 * Writes pre-advices as CARDIT (upu-postal-edi §4): one message for each consignment, with a CNI
 * group for each dispatch of it.
 */
final class CarditWriter extends ItemMessagesWriter<CarditWriter.Header> {
  private static final int REFERENCE = 35;
  private static final int CODE = 17;
  private static final int SEAL = 10;

  CarditWriter(Definitions definitions) {
    super("upu-cardit", MessageKind.DISPATCH_PREADVICE, definitions, "IFCSUM");
  }

  /** What the dispatches of one consignment share. */
  record Header(String consignment, String function, String sender, List<Line> lines) {}

  @Override
  String application() {
    return "CARDIT";
  }

  @Override
  boolean counts() {
    return false;
  }

  @Override
  Header headerOf(RegionalMessage message, Losses losses) {
    var preadvice = (DispatchPreadvice) message.data();
    if (!isWritable(preadvice, losses)) {
      return null;
    }
    var consignment = losses.text("/consignmentId", preadvice.consignmentId(), REFERENCE);
    var function =
        switch (preadvice.function()) {
          case ORIGINAL -> "9";
          case AMENDMENT -> "5";
          case CANCELLATION -> "1";
        };
    var lines = new ArrayList<Line>();
    document(lines, losses, preadvice.transportDocument());
    var sender = Outgoing.code(message.envelope().source());
    var zone = ImpcZones.builtIn().zone(preadvice.originImpcCode()).orElse(Outgoing.UTC);
    var legs = new LegWriter(lines, losses, preadvice, zone);
    lines.add(Line.of("NAD", "MS").and(sender, "160", PartyIds.AGENCY));
    legs.legs();
    extension(lines, losses, legs, preadvice.extensions());
    return new Header(consignment, function, sender, List.copyOf(lines));
  }

  private static boolean isWritable(DispatchPreadvice preadvice, Losses losses) {
    if (preadvice.consignmentId() == null) {
      losses.add(ProblemCode.TARGET_NEEDS, "/consignmentId", "nothing", "a consignment id");
      return false;
    }
    boolean whole = true;
    for (int i = 0; i < preadvice.receptacles().size(); i++) {
      var id = preadvice.receptacles().get(i).receptacleId();
      if (ReceptacleId.parse(id).isEmpty()) {
        var at = "/receptacles/" + i + "/receptacleId";
        losses.add(ProblemCode.TARGET_NEEDS, at, null, "a receptacle id of 29 (UPU S9)");
        whole = false;
      }
    }
    if (preadvice.receptacles().isEmpty()) {
      losses.add(ProblemCode.TARGET_NEEDS, "/receptacles", "none", "a receptacle");
      whole = false;
    }
    return whole;
  }

  private static void document(List<Line> lines, Losses losses, Document document) {
    if (document == null) {
      return;
    }
    var at = "/transportDocument";
    var number = losses.text(at + "/number", document.number(), REFERENCE);
    if (number == null) {
      losses.noTarget(at, document.typeCode());
      return;
    }
    boolean airWaybill = "740".equals(document.typeCode());
    var line = new Line("RFF", new ArrayList<>());
    lines.add(
        airWaybill
            ? line.and("AWB", number)
            : line.and(
                "AAS", number, "", losses.text(at + "/typeCode", document.typeCode(), CODE)));
    if (document.issuedOn() != null) {
      lines.add(LegWriter.dtm("182", List.of(document.issuedOn().replace("-", ""), "102")));
    }
    losses.noTarget(at + "/issuer", document.issuer());
    losses.noTarget(at + "/attachment", document.attachment());
    losses.noTarget(at, document.other());
  }

  private static void extension(
      List<Line> lines, Losses losses, LegWriter legs, Map<String, Object> extensions) {
    var others = new LinkedHashMap<String, Object>(extensions);
    if (others.remove(CarditReader.EXTENSION) instanceof Map<?, ?> own) {
      if (own.get("handover") instanceof Map<?, ?> handover) {
        legs.handover(handover);
      }
      if (own.get("containers") instanceof List<?> containers) {
        for (var container : containers) {
          if (container instanceof Map<?, ?> each) {
            container(lines, losses, each);
          }
        }
      }
    }
    others.keySet().forEach(name -> losses.noTarget("/extensions/" + name, name));
  }

  private static void container(List<Line> lines, Losses losses, Map<?, ?> container) {
    var at = "/extensions/" + CarditReader.EXTENSION + "/containers";
    var type = losses.text(at, text(container.get("type")), 3);
    var id = losses.text(at, text(container.get("id")), CODE);
    lines.add(Line.of("EQD", type == null ? "UL" : type, id));
    if (container.get("kilograms") instanceof Map<?, ?> masses) {
      masses.forEach(
          (code, mass) ->
              lines.add(
                  Line.of("MEA", "AAE", losses.text(at, text(code), 3)).and("KGM", text(mass))));
    }
    if (container.get("seals") instanceof List<?> seals) {
      seals.forEach(seal -> lines.add(Line.of("SEL", losses.text(at, text(seal), SEAL))));
    }
  }

  private static String text(Object value) {
    return value instanceof String text ? text : null;
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, Header header, String reference) {
    writer.segment("BGM").element("").element(header.consignment).element(header.function).end();
    outgoing.time();
    header.lines.forEach(line -> line.write(writer));
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var preadvice = (DispatchPreadvice) message.data();
    var consignment = losses.text("/consignmentId", preadvice.consignmentId(), REFERENCE);
    writer.segment("CNI").element(String.valueOf(sequence)).element(consignment).end();
    closed(writer, losses, preadvice);
    totals(writer, losses, preadvice);
    for (int i = 0; i < preadvice.receptacles().size(); i++) {
      receptacle(writer, losses, i, preadvice.receptacles().get(i));
    }
    losses.noTarget("/critical", preadvice.critical());
    losses.noTarget("", preadvice.other());
    return 1;
  }

  private static void closed(EdifactWriter writer, Losses losses, DispatchPreadvice preadvice) {
    var zone = ImpcZones.builtIn().zone(preadvice.originImpcCode()).orElse(Outgoing.UTC);
    if (preadvice.closedAt() != null) {
      LocalTime.write(preadvice.closedAt(), zone)
          .ifPresentOrElse(
              local -> LegWriter.dtm("11", local).write(writer),
              () -> losses.noTarget("/closedAt", preadvice.closedAt()));
    }
  }

  private static void totals(EdifactWriter writer, Losses losses, DispatchPreadvice preadvice) {
    var totals = preadvice.totals();
    if (totals == null) {
      return;
    }
    if (totals.grossMass() != null) {
      writer.segment("CNT").element("7", totals.grossMass().value(), "KGM").end();
    }
    if (totals.receptacleCount() != null) {
      writer.segment("CNT").element("11", String.valueOf(totals.receptacleCount())).end();
    }
    losses.noTarget("/totals/itemCount", totals.itemCount());
    losses.noTarget("/totals", totals.other());
  }

  private static void receptacle(
      EdifactWriter writer, Losses losses, int index, Receptacle receptacle) {
    var at = "/receptacles/" + index;
    var number = String.valueOf(index + 1);
    writer.segment("GID").element(number).element("1", receptacle.typeCode()).end();
    boolean registered = receptacle.receptacleId().charAt(24) == '1';
    var han = writer.segment("HAN").element(registered ? "R" : "N");
    if (Boolean.TRUE.equals(receptacle.dangerousGoods())) {
      han.element("DG");
    }
    han.end();
    writer.segment("GIN").element("BN").element(receptacle.receptacleId()).end();
    if (receptacle.grossMass() != null) {
      writer
          .segment("MEA")
          .element("AAE")
          .element("G")
          .element("KGM", receptacle.grossMass().value())
          .end();
    }
    boolean harmless = Boolean.FALSE.equals(receptacle.dangerousGoods());
    losses.noTarget(at + "/dangerousGoods", harmless ? Boolean.FALSE : null);
    losses.noTarget(at + "/itemCount", receptacle.itemCount());
    losses.noTarget(at + "/sealNumbers", receptacle.sealNumbers());
    losses.noTarget(at + "/items", receptacle.items());
    losses.noTarget(at, receptacle.other());
  }
}
