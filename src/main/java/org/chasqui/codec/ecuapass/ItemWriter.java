package org.chasqui.codec.ecuapass;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.message.Rfc3339;

/**
 * Writes the document of one item, in names and order of the cargo documents that are seen; what
 * those have no element for stands in elements of ours: amounts, tariff codes, origin, category.
 */
final class ItemWriter {
  private final EcuapassSettings settings;
  private final ProfileView view;
  private final LossList losses;
  private final XmlDocument xml = XmlDocument.fragment(3000);

  ItemWriter(EcuapassSettings settings, ProfileView view, LossList losses) {
    this.settings = settings;
    this.view = view;
    this.losses = losses;
  }

  XmlDocument write(ItemDeclaration item, String number, String issuedAt) {
    xml.raw("<DocumentMetadata").attribute("xmlns", settings.namespace()).raw(">");
    xml.element("WCODataModelVersion", "3.0");
    xml.element("WCODocumentName", settings.documentName());
    xml.element("CountryCode", view.countryCode());
    xml.element("AgencyName", agency());
    xml.element("AgencyAssignedCountrySubEntityID", null);
    xml.element("AgencyAssignedCustomizedDocumentName", settings.documentName());
    xml.element("AgencyAssignedCustomizedDocumentVersion", "1.0");
    xml.open("Declaration");
    xml.element("TypeCode", settings.typeCode());
    xml.element("ID", number);
    xml.element("IssueDateTime", issuedAt);
    xml.text("DeclarationOfficeID", settings.officeId());
    xml.text("AcceptanceDateTime", postedAt(item));
    xml.element("VersionID", "1.0");
    xml.open("UCR").element("TraderAssignedReferenceID", item.itemId()).close("UCR");
    xml.open("Agent").element("ID", settings.operator()).close("Agent");
    consignment(item);
    return xml.close("Declaration").close("DocumentMetadata");
  }

  /** The code of the party in its URN. */
  private String agency() {
    return view.urn().substring(view.urn().lastIndexOf(':') + 1);
  }

  private String postedAt(ItemDeclaration item) {
    if (item.postingDateTime() == null) {
      return null;
    }
    try {
      var posted = Rfc3339.parse(item.postingDateTime());
      return posted.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
    } catch (DateTimeParseException e) {
      losses.noTarget("/postingDateTime", "", "RFC 3339 with offset");
      return null;
    }
  }

  private void consignment(ItemDeclaration item) {
    xml.open("Consignment");
    xml.element("TotalGrossMassMeasure", grossMass(item));
    xml.text("ExportationCountryCode", item.originCountryCode());
    xml.text("DestinationCountryCode", item.destinationCountryCode());
    xml.text("CategoryCode", item.itemCategory() == null ? null : item.itemCategory().name());
    amount("InvoiceAmount", item.declaredValue(), "/declaredValue");
    amount("FreightChargeAmount", item.postage(), "/postage");
    documents(item);
    var parties = new PartyWriter(xml, view, losses);
    parties.write("Consignee", item.recipient(), "/recipient");
    parties.write("Consignor", item.sender(), "/sender");
    if (item.comments() != null) {
      var comments = losses.clean(item.comments(), "/comments", "");
      xml.open("Handling").element("Instructions", comments).close("Handling");
    }
    for (int i = 0; i < item.contents().size(); i++) {
      line(item.contents().get(i), i);
    }
    xml.close("Consignment");
  }

  private void documents(ItemDeclaration item) {
    var transport = item.transport();
    if (transport != null && transport.dispatchId() != null) {
      document("AssociatedTransportDocument", transport.dispatchId(), "DIS", null);
    }
    if (transport != null && transport.receptacleId() != null) {
      document("AssociatedTransportDocument", transport.receptacleId(), "REC", null);
    }
    document("TransportContractDocument", item.itemId(), "ITM", item.originOperatorCode());
  }

  private void document(String name, String id, String type, String consolidator) {
    xml.open(name).element("ID", id).element("TypeCode", type);
    if (consolidator != null) {
      xml.open("Consolidator").element("ID", consolidator).close("Consolidator");
    }
    xml.close(name);
  }

  private void needs(ContentPiece piece, String base) {
    if (piece.sequence() == null || piece.sequence() < 1) {
      losses.needs(base, "/sequence", "a number from 1");
    }
    if (piece.description() == null || piece.description().isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    if (piece.quantity() == null || piece.quantity() < 1) {
      losses.needs(base, "/quantity", "a quantity from 1");
    }
  }

  private void line(ContentPiece piece, int index) {
    var base = "/contents/" + index;
    needs(piece, base);
    xml.open("ConsignmentItem");
    xml.element("SequenceNumeric", String.valueOf(piece.sequence()));
    if (piece.netMass() != null) {
      xml.open("GoodsMeasure");
      xml.element("NetNetWeightMeasure", netMass(piece, base));
      xml.close("GoodsMeasure");
    }
    xml.open("Packaging").element("QuantityQuantity", String.valueOf(piece.quantity()));
    xml.element("TypeCode", settings.packageType()).close("Packaging");
    xml.open("Commodity");
    xml.element("CargoDescription", losses.clean(piece.description(), base, "/description"));
    xml.text("ClassificationID", piece.hsCode());
    xml.text("TariffID", piece.tariffCode());
    amount("ValueAmount", piece.value(), base + "/value");
    xml.text("OriginCountryCode", piece.originCountryCode());
    xml.close("Commodity").close("ConsignmentItem");
  }

  private void amount(String name, Money money, String base) {
    if (money == null) {
      return;
    }
    losses
        .decimal(money.amount(), 13, 2, RoundingMode.HALF_UP, base, "/amount")
        .ifPresent(
            amount ->
                xml.raw("<" + name)
                    .attribute("currencyID", money.currencyCode())
                    .raw(">" + amount.toPlainString())
                    .close(name));
  }

  private String grossMass(ItemDeclaration item) {
    return losses
        .kilograms(item.grossMass(), 12, 3, RoundingMode.HALF_UP, "/grossMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private String netMass(ContentPiece piece, String base) {
    return losses
        .kilogramsIfAny(piece.netMass(), 12, 3, RoundingMode.HALF_UP, base + "/netMass")
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }
}
