package org.chasqui.codec.upu;

import java.util.List;
import java.util.Map;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.edifact.EdifactWriter;
import org.chasqui.message.Document;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Money;
import org.chasqui.message.ProblemCode;

/** Writes one item declaration as a CNI group and notes what the layout has no place for. */
final class ItemWriter {
  private static final int REFERENCE = 35;
  private static final int TEXT = 512;
  private static final int TEXTS = 5;

  private final EdifactWriter writer;
  private final Losses losses;
  private final ProfileView view;

  ItemWriter(EdifactWriter writer, Losses losses, ProfileView view) {
    this.writer = writer;
    this.losses = losses;
    this.view = view;
  }

  /** Notes what the layout cannot do without; true when there is such. */
  static boolean missing(ItemDeclaration item, Losses losses) {
    if (item.itemId() == null || item.itemId().length() > REFERENCE) {
      losses.add(ProblemCode.TARGET_NEEDS, "/itemId", null, "1 to 35 characters");
      return true;
    }
    if (item.function() == MessageFunction.CANCELLATION) {
      return false;
    }
    boolean sender = item.sender() != null && item.sender().name() == null;
    boolean recipient = item.recipient() != null && item.recipient().name() == null;
    if (sender || recipient) {
      losses.add(
          ProblemCode.TARGET_NEEDS, sender ? "/sender/name" : "/recipient/name", null, "name");
    }
    boolean contents = item.contents().stream().anyMatch(piece -> isEmpty(piece.description()));
    if (contents) {
      losses.add(ProblemCode.TARGET_NEEDS, "/contents", null, "a description of each");
    }
    return sender || recipient || contents;
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }

  void item(int sequence, ItemDeclaration item) {
    var id = losses.text("/itemId", item.itemId(), REFERENCE);
    writer.segment("CNI").element(String.valueOf(sequence)).element(id).end();
    if (item.function() == MessageFunction.CANCELLATION) {
      losses.noTarget("/sender", item.sender());
      losses.noTarget("/recipient", item.recipient());
      losses.noTarget("/contents", item.contents());
      losses.noTarget("/declaredValue", item.declaredValue());
      return;
    }
    posting(item);
    service(item);
    text("ACB", "/itemCategoryExplanation", item.itemCategoryExplanation());
    text("AAI", "/comments", item.comments());
    mass("G", "/grossMass", item.grossMass());
    money("43", "/declaredValue", item.declaredValue());
    money("64", "/postage", item.postage());
    money("44", "/insuredValue", item.insuredValue());
    references(item);
    documents(item.documents());
    parties(item);
    for (int i = 0; i < item.contents().size(); i++) {
      new ContentWriter(writer, losses, this, "/contents/" + i).content(i, item.contents().get(i));
    }
    unplaced(item);
  }

  private void posting(ItemDeclaration item) {
    var place = item.postingLocation();
    var impc = place == null ? null : place.impcCode();
    if (item.postingDateTime() != null) {
      var zones = ImpcZones.builtIn();
      var zone =
          zones.zone(impc).or(() -> zones.zone(item.originCountryCode())).orElse(view.zone());
      LocalTime.write(item.postingDateTime(), zone)
          .ifPresentOrElse(
              time -> writer.segment("DTM").element("202", time.get(0), time.get(1)).end(),
              () -> losses.noTarget("/postingDateTime", item.postingDateTime()));
    }
    place("35", item.originCountryCode());
    place("28", item.destinationCountryCode());
    offices(item);
    if (place != null) {
      losses.noTarget("/postingLocation/unLocode", place.unLocode());
      losses.noTarget("/postingLocation/airportCode", place.airportCode());
      losses.noTarget("/postingLocation/customsOfficeCode", place.customsOfficeCode());
      losses.noTarget("/postingLocation/facilityCode", place.facilityCode());
      losses.noTarget("/postingLocation/name", place.name());
      losses.noTarget("/postingLocation/countryCode", place.countryCode());
      losses.noTarget("/postingLocation", place.other());
    }
  }

  void place(String qualifier, String code) {
    if (code != null) {
      writer.segment("LOC").element(qualifier).element(code).end();
    }
  }

  /** The office of posting and that of destination, which an extension may tell. */
  void offices(ItemDeclaration item) {
    var place = item.postingLocation();
    office("5", "/postingLocation/impcCode", place == null ? null : place.impcCode());
    var pointer = "/extensions/" + ItmattReader.EXTENSION;
    office("8", pointer, extension(item, DeclarationPlaces.DESTINATION_IMPC));
  }

  private void office(String qualifier, String pointer, String impc) {
    if (EventCodes.isImpc(impc)) {
      writer.segment("LOC").element(qualifier).element(impc, "", "139").end();
    } else {
      losses.noTarget(pointer, impc);
    }
  }

  /** True when there is something for TSR to say. */
  boolean hasService(ItemDeclaration item) {
    return item.mailSubclassCode() != null
        || item.mailCategoryCode() != null
        || nature(item) != null;
  }

  void service(ItemDeclaration item) {
    var subclass = item.mailSubclassCode();
    var nature = nature(item);
    if (hasService(item)) {
      writer
          .segment("TSR")
          .element("")
          .element(listed(subclass, "117"))
          .element(listed(item.mailCategoryCode(), "115"))
          .element(listed(nature, "136"))
          .end();
    }
    boolean derived =
        subclass != null
            && item.mailClassCode() != null
            && subclass.startsWith(item.mailClassCode());
    losses.noTarget("/mailClassCode", derived ? null : item.mailClassCode());
  }

  private static List<String> listed(String code, String list) {
    return code == null ? List.of() : List.of(code, list, "139");
  }

  private static String nature(ItemDeclaration item) {
    if (item.itemCategory() == null) {
      return null;
    }
    return switch (item.itemCategory()) {
      case SALE_OF_GOODS -> "11";
      case RETURNED_GOODS -> "21";
      case GIFT -> "31";
      case COMMERCIAL_SAMPLE -> "32";
      case DOCUMENTS -> "91";
      case OTHER -> {
        var kept = extension(item, DeclarationPlaces.NATURE);
        yield kept != null && kept.length() <= 3 ? kept : "999";
      }
    };
  }

  static String extension(ItemDeclaration item, String key) {
    return item.extensions().get(ItmattReader.EXTENSION) instanceof Map<?, ?> map
            && map.get(key) instanceof String text
        ? text
        : null;
  }

  private void text(String qualifier, String pointer, String value) {
    if (value != null && !value.isEmpty()) {
      texts(qualifier, losses.parts(pointer, value, TEXT, TEXTS));
    }
  }

  void texts(String qualifier, List<String> parts) {
    writer.segment("FTX").element(qualifier).element("").element("").element(parts).end();
  }

  void mass(String attribute, String pointer, Mass mass) {
    if (mass != null && mass.value() != null) {
      writer.segment("MEA").element("WT").element(attribute).element("KGM", mass.value()).end();
      losses.noTarget(pointer, mass.other());
    }
  }

  void money(String qualifier, String pointer, Money money) {
    if (money != null && money.amount() != null) {
      writer.segment("MOA").element(qualifier, money.amount(), money.currencyCode()).end();
      losses.noTarget(pointer, money.other());
    }
  }

  private void references(ItemDeclaration item) {
    reference("CU", "/localItemId", item.localItemId());
    var order = item.eCommerce();
    if (order != null) {
      reference("ON", "/eCommerce/orderId", order.orderId());
      losses.noTarget("/eCommerce/platformName", order.platformName());
      losses.noTarget("/eCommerce/platformIdentifier", order.platformIdentifier());
      losses.noTarget("/eCommerce/orderDate", order.orderDate());
      losses.noTarget("/eCommerce/seller", order.seller());
      losses.noTarget("/eCommerce/buyer", order.buyer());
      losses.noTarget("/eCommerce", order.other());
    }
    if (item.sender() != null) {
      reference("ABT", "/sender/customsReference", item.sender().customsReference());
    }
    var transport = item.transport();
    if (transport != null) {
      reference("AAS", "/transport/receptacleId", transport.receptacleId());
      losses.noTarget("/transport/dispatchId", transport.dispatchId());
      losses.noTarget("/transport/modeCode", transport.modeCode());
      losses.noTarget("/transport/plannedDepartureAt", transport.plannedDepartureAt());
      losses.noTarget("/transport", transport.other());
    }
  }

  private void reference(String qualifier, String pointer, String value) {
    if (value != null) {
      var text = losses.text(pointer, value, REFERENCE);
      writer.segment("RFF").element(qualifier, text).end();
    }
  }

  private void documents(List<Document> documents) {
    for (int i = 0; i < documents.size(); i++) {
      var document = documents.get(i);
      var pointer = "/documents/" + i;
      var type = document.typeCode();
      if (type == null || type.length() > 3) {
        losses.noTarget(pointer, type == null ? document : type);
        continue;
      }
      var number = losses.text(pointer + "/number", document.number(), REFERENCE);
      writer.segment("DOC").element(type).element(number).end();
      losses.noTarget(pointer + "/issuedOn", document.issuedOn());
      losses.noTarget(pointer + "/issuer", document.issuer());
      losses.noTarget(pointer + "/attachment", document.attachment());
      losses.noTarget(pointer, document.other());
    }
  }

  private void parties(ItemDeclaration item) {
    var parties = new PartyWriter(writer, losses);
    var prepaid = item.prepaidTax();
    parties.party("CZ", "/sender", item.sender(), prepaid);
    parties.party("CN", "/recipient", item.recipient(), null);
    parties.party("IM", "/importer", item.importer(), null);
    if (prepaid != null) {
      losses.noTarget("/prepaidTax", item.sender() == null ? prepaid : null);
      losses.noTarget("/prepaidTax/taxes", prepaid.taxes());
      losses.noTarget("/prepaidTax", prepaid.other());
    }
    if (item.recipient() != null) {
      losses.noTarget("/recipient/customsReference", item.recipient().customsReference());
    }
    if (item.importer() != null) {
      losses.noTarget("/importer/customsReference", item.importer().customsReference());
    }
  }

  private void unplaced(ItemDeclaration item) {
    losses.noTarget("/flow", item.flow());
    losses.noTarget("/previousItemId", item.previousItemId());
    losses.noTarget("/transactionType", item.transactionType());
    losses.noTarget("/dimensions", item.dimensions());
    losses.noTarget("/incoterm", item.incoterm());
    losses.noTarget("/nonDeliveryInstruction", item.nonDeliveryInstruction());
    losses.noTarget("/security", item.security());
    losses.noTarget("/attachments", item.attachments());
    losses.noTarget("/privacy", item.privacy());
    losses.noTarget("/critical", item.critical());
    losses.noTarget("", item.other());
    for (var key : item.extensions().keySet()) {
      boolean own = key.equals(ItmattReader.EXTENSION);
      losses.noTarget("/extensions/" + key, own ? null : item.extensions().get(key));
    }
  }
}
