package org.chasqui.codec.upu;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.Definitions;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.ItemTransport;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalMessage;

/**
 * Writes item declarations as CUSCAR of the UN directory D.96B ({@code config/edifact/
 * cuscar-d96b.yaml}): one message for each function, with a consignment (CNI) for each item. Which
 * segment says what of a postal item is ours (docs/formats/cuscar.md).
 */
final class CuscarWriter extends ItemMessagesWriter<MessageFunction> {
  private static final int REFERENCE = 35;

  /** UN 3055: GS1, whose location numbers are the ids of both sides. */
  private static final String GS1 = "9";

  CuscarWriter(Definitions definitions) {
    super("cuscar-d96b", MessageKind.ITEM_DECLARATION, definitions, "CUSCAR");
  }

  @Override
  boolean counts() {
    return false;
  }

  @Override
  MessageFunction headerOf(RegionalMessage message, Losses losses) {
    var item = (ItemDeclaration) message.data();
    boolean missing = ItemWriter.missing(item, losses);
    boolean cancels = item.function() == MessageFunction.CANCELLATION;
    if (!cancels && item.contents().isEmpty()) {
      losses.add(ProblemCode.TARGET_NEEDS, "/contents", "none", "a content piece");
    }
    losses.unplaced(cancels ? CuscarFields.CANCELLED : CuscarFields.DECLARED, item);
    return missing || !losses.carries() ? null : item.function();
  }

  @Override
  void header(EdifactWriter writer, Outgoing outgoing, MessageFunction function, String reference) {
    var code =
        switch (function) {
          case CANCELLATION -> "1";
          case AMENDMENT -> "5";
          case ORIGINAL -> "9";
        };
    writer.segment("BGM").element("785").element(reference).element(code).end();
    outgoing.time();
    writer.segment("NAD").element("MS").element(outgoing.sender(), "", GS1).end();
    writer.segment("NAD").element("MR").element(outgoing.recipient(), "", GS1).end();
  }

  @Override
  int items(
      EdifactWriter writer,
      Losses losses,
      ProfileView view,
      int sequence,
      RegionalMessage message) {
    var item = (ItemDeclaration) message.data();
    var id = losses.text("/itemId", item.itemId(), REFERENCE);
    writer.segment("CNI").element(String.valueOf(sequence)).element(id).end();
    var consignment = new Consignment(writer, losses, view, item);
    if (item.function() == MessageFunction.CANCELLATION) {
      consignment.cancel(id);
    } else {
      consignment.write(id);
    }
    return 1;
  }

  /** What follows the CNI of one item. */
  private record Consignment(
      EdifactWriter writer, Losses losses, ProfileView view, ItemDeclaration item) {

    /** The countries stand behind a reference, and each of these needs a goods item. */
    void cancel(String id) {
      writer.segment("RFF").element("AAS", id).end();
      var segments = new ItemWriter(writer, losses, view);
      segments.place("35", item.originCountryCode());
      segments.place("28", item.destinationCountryCode());
      writer.segment("TDT").element("20").end();
      writer.segment("GID").element("1").end();
    }

    void write(String id) {
      var segments = new ItemWriter(writer, losses, view);
      if (item.grossMass() != null && item.grossMass().value() != null) {
        writer.segment("CNT").element("7", item.grossMass().value(), "KGM").end();
      }
      writer.segment("RFF").element("AAS", id).end();
      segments.money("43", "/declaredValue", item.declaredValue());
      segments.money("64", "/postage", item.postage());
      segments.money("44", "/insuredValue", item.insuredValue());
      places(segments);
      transport(id, segments);
      parties();
      for (var key : item.extensions().keySet()) {
        boolean own = key.equals(ItmattReader.EXTENSION);
        losses.noTarget("/extensions/" + key, own ? null : item.extensions().get(key));
      }
      for (int i = 0; i < item.contents().size(); i++) {
        new CuscarGoods(writer, losses, segments, i).write(item, i == 0);
      }
    }

    private String posted() {
      return item.postingLocation() == null ? null : item.postingLocation().impcCode();
    }

    private void places(ItemWriter segments) {
      segments.place("35", item.originCountryCode());
      segments.place("28", item.destinationCountryCode());
      segments.offices(item);
      var origin = item.contents().getFirst().originCountryCode();
      boolean same =
          item.contents().stream()
              .map(ContentPiece::originCountryCode)
              .allMatch(country -> Objects.equals(country, origin));
      segments.place("27", same ? origin : null);
      for (int i = 0; !same && i < item.contents().size(); i++) {
        var country = item.contents().get(i).originCountryCode();
        losses.noTarget("/contents/" + i + "/originCountryCode", country);
      }
    }

    private void transport(String id, ItemWriter segments) {
      var transport = item.transport();
      var mode = transport == null ? null : transport.modeCode();
      writer.segment("TDT").element("20").element("").element(mode).end();
      var zones = ImpcZones.builtIn();
      var zone =
          zones.zone(posted()).or(() -> zones.zone(item.originCountryCode())).orElse(view.zone());
      time("202", "/postingDateTime", item.postingDateTime(), zone);
      if (transport != null) {
        time("189", "/transport/plannedDepartureAt", transport.plannedDepartureAt(), zone);
      }
      references(id, segments);
    }

    private void time(String qualifier, String pointer, String time, ZoneId zone) {
      ItmrefWriter.time(writer, losses, zone, qualifier, pointer, time);
    }

    /** The service (TSR) stands behind a reference: that of the item itself when there is none. */
    private void references(String id, ItemWriter segments) {
      var references = new LinkedHashMap<String, String>();
      put(references, "AAS", "/transport/receptacleId", receptacle());
      put(references, "CU", "/localItemId", item.localItemId());
      var order = item.eCommerce() == null ? null : item.eCommerce().orderId();
      put(references, "ON", "/eCommerce/orderId", order);
      var customs = item.sender() == null ? null : item.sender().customsReference();
      put(references, "ABT", "/sender/customsReference", customs);
      dispatch(item.transport());
      if (references.isEmpty() && segments.hasService(item)) {
        references.put("CU", id);
      }
      if (references.isEmpty()) {
        segments.service(item);
      }
      boolean first = true;
      for (var reference : references.entrySet()) {
        writer.segment("RFF").element(reference.getKey(), reference.getValue()).end();
        if (first) {
          segments.service(item);
        }
        first = false;
      }
    }

    private void dispatch(ItemTransport transport) {
      var dispatch = transport == null ? null : transport.dispatchId();
      boolean told = dispatch != null && receptacle() != null && receptacle().startsWith(dispatch);
      losses.noTarget("/transport/dispatchId", told ? null : dispatch);
    }

    private String receptacle() {
      return item.transport() == null ? null : item.transport().receptacleId();
    }

    private void put(
        LinkedHashMap<String, String> references, String code, String pointer, String value) {
      if (value != null) {
        references.put(code, losses.text(pointer, value, REFERENCE));
      }
    }

    private void parties() {
      var parties = new PartyWriter(writer, losses, true);
      var prepaid = item.sender() == null ? null : item.prepaidTax();
      parties.party("CZ", "/sender", item.sender(), prepaid);
      parties.party("CN", "/recipient", item.recipient(), null);
      parties.party("IM", "/importer", item.importer(), null);
      losses.noTarget("/prepaidTax", item.sender() == null ? item.prepaidTax() : null);
      for (var role : List.of("recipient", "importer")) {
        var party = role.equals("recipient") ? item.recipient() : item.importer();
        var customs = party == null ? null : party.customsReference();
        losses.noTarget("/" + role + "/customsReference", customs);
      }
    }
  }
}
