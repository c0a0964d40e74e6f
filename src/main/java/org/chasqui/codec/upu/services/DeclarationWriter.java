package org.chasqui.codec.upu.services;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.Envelope;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;
import org.chasqui.message.PartyAddress;

/** Writes one declaration as a view: mail object and declaration, elements in their order. */
final class DeclarationWriter {
  private static final String ITEM_UNIT = "H87";

  private final CdsXml xml;
  private final CdsSettings settings;
  private final LossList losses;

  DeclarationWriter(CdsXml xml, CdsSettings settings, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.losses = losses;
  }

  void write(Envelope envelope, ItemDeclaration item) throws XMLStreamException {
    CdsFields.OF_DECLARATIONS.report(item, losses);
    CdsExtension.reportOthers(item.extensions(), "", losses);
    xml.start("CDSView");
    declaration(envelope, item);
    mailObject(item);
    xml.end();
  }

  private void declaration(Envelope envelope, ItemDeclaration item) throws XMLStreamException {
    xml.start("Declaration");
    xml.text("CDSStateCd", settings.declarationState());
    xml.text("CustOrganizationCd", customs(envelope));
    xml.text("MailObjectPId", mailObjectId(item.itemId()));
    xml.text("PId", item.declarationId());
    xml.text("PostOrganizationCd", post(envelope, item));
    data(item);
    xml.end();
  }

  /** The id of a mail object is the service's to give; ours is derived from the item id. */
  static String mailObjectId(String itemId) {
    return DecodeContext.stableId("mail-object/" + itemId);
  }

  private String customs(Envelope envelope) {
    return settings.customs() != null ? settings.customs() : code(envelope.recipient());
  }

  private String post(Envelope envelope, ItemDeclaration item) {
    if (settings.post() != null) {
      return settings.post();
    }
    var operator = item.originOperatorCode();
    return operator != null ? operator : code(envelope.source());
  }

  private static String code(String urn) {
    return PartyAddress.parse(urn).map(PartyAddress::code).orElse(null);
  }

  private void data(ItemDeclaration item) throws XMLStreamException {
    xml.start("Data");
    xml.start("ContentPieces");
    for (int i = 0; i < item.contents().size(); i++) {
      piece(item.contents().get(i), "/contents/" + i);
    }
    xml.end();
    documents(item);
    xml.extraFields(CdsExtension.extraFields(item.extensions()));
    xml.text("GrossWeight", mass(item.grossMass(), "/grossMass"));
    xml.text("HandlingClassCd", CdsExtension.text(item.extensions(), CdsExtension.HANDLING));
    money("InsuredValue", item.insuredValue(), "/insuredValue");
    xml.text("NatureTypeCd", nature(item));
    money("Postage", item.postage(), "/postage");
    var persons = new PersonWriter(xml, losses);
    persons.write("Recipient", item.recipient(), item.destinationCountryCode(), "/recipient");
    persons.write("Sender", item.sender(), item.originCountryCode(), "/sender");
    transport(item);
    xml.end();
    declaredValue(item);
  }

  private void documents(ItemDeclaration item) throws XMLStreamException {
    if (item.documents().isEmpty()) {
      return;
    }
    xml.start("Documents");
    for (int i = 0; i < item.documents().size(); i++) {
      var document = item.documents().get(i);
      xml.start("Document");
      xml.text("DocumentId", losses.clean(document.number(), "/documents/" + i, "/number"));
      xml.text("DocumentType", document.typeCode());
      xml.end();
    }
    xml.end();
  }

  private void transport(ItemDeclaration item) throws XMLStreamException {
    if (item.transport() != null) {
      xml.text(
          "TransportDate",
          local(item.transport().plannedDepartureAt(), "/transport/plannedDepartureAt"));
      xml.text("TransportMode", item.transport().modeCode());
    }
  }

  private static String nature(ItemDeclaration item) {
    if (item.itemCategory() == null) {
      return null;
    }
    var code = Natures.code(item.itemCategory());
    var kept = CdsExtension.text(item.extensions(), CdsExtension.NATURE);
    return code.equals(Natures.OTHER) && kept != null ? kept : code;
  }

  private void piece(ContentPiece piece, String at) throws XMLStreamException {
    CdsExtension.reportOthers(piece.extensions(), at, losses);
    var unit = piece.quantityUnitCode();
    if (unit != null && !unit.equals(ITEM_UNIT)) {
      losses.noTarget(at, "/quantityUnitCode", "pieces (H87)");
    }
    xml.start("ContentPiece");
    var value = piece.value();
    if (value != null) {
      xml.text("Amount", decimal(value.amount(), at, "/value/amount"));
      xml.text("CurrencyCd", value.currencyCode());
    }
    xml.text("Description", losses.clean(piece.description(), at, "/description"));
    xml.extraFields(CdsExtension.extraFields(piece.extensions()));
    xml.text("HS", piece.hsCode());
    xml.text("Index", number(piece.sequence()));
    xml.text("NetWeight", piece.netMass() == null ? null : mass(piece.netMass(), at + "/netMass"));
    xml.text("Number", number(piece.quantity()));
    xml.text("OrigCountryCd", piece.originCountryCode());
    xml.text(
        "RevisedDescription", losses.clean(piece.revisedDescription(), at, "/revisedDescription"));
    xml.text("RevisedHS", piece.revisedHsCode());
    xml.end();
  }

  private void mailObject(ItemDeclaration item) throws XMLStreamException {
    xml.start("MailObject");
    xml.text("DestPostOrgCd", item.destinationOperatorCode());
    xml.text("Id", item.itemId());
    xml.text("LocalId", losses.clean(item.localItemId(), "/localItemId", ""));
    xml.text("LocalId2", CdsExtension.text(item.extensions(), CdsExtension.LOCAL_ID_2));
    xml.text("MailCategoryCd", item.mailCategoryCode());
    xml.text("MailClassCd", item.mailClassCode());
    xml.text("MailStateCd", settings.mailState());
    xml.text("OrigPostOrgCd", item.originOperatorCode());
    xml.text("PId", mailObjectId(item.itemId()));
    xml.text("PostingDt", local(item.postingDateTime(), "/postingDateTime"));
    xml.text("TypeCd", "MI");
    xml.end();
  }

  /** Local date and time of 19 characters, the form that one client checks for. */
  private String local(String time, String at) {
    if (time == null || time.length() < 19) {
      return null;
    }
    losses.rearranged(at, "", "local date and time without offset");
    return time.substring(0, 19);
  }

  private String mass(Mass mass, String at) {
    if (mass == null || !"KGM".equals(mass.unitCode())) {
      losses.needs(at, "", "a mass in kilograms (KGM)");
      return null;
    }
    return decimal(mass.value(), at, "/value");
  }

  private void money(String name, Money money, String at) throws XMLStreamException {
    if (money != null) {
      xml.text(name, decimal(money.amount(), at, "/amount"));
      xml.text(name + "CurrencyCd", money.currencyCode());
    }
  }

  private String decimal(String value, String base, String rest) {
    return losses
        .decimal(value, 15, 6, RoundingMode.HALF_UP, base, rest)
        .map(BigDecimal::toPlainString)
        .orElse(null);
  }

  private static String number(Integer value) {
    return value == null ? null : value.toString();
  }

  /** The service has the values of the lines only. */
  private void declaredValue(ItemDeclaration item) {
    var declared = item.declaredValue();
    if (declared != null && !declared.equals(sum(item, declared))) {
      losses.noTarget("/declaredValue", "", "the sum of the contents");
    }
  }

  /** The declared value itself when the lines add up to it. */
  private static Money sum(ItemDeclaration item, Money declared) {
    var total = BigDecimal.ZERO;
    for (var piece : item.contents()) {
      var value = piece.value();
      if (!Totals.isAmount(value) || !value.currencyCode().equals(declared.currencyCode())) {
        return null;
      }
      total = total.add(new BigDecimal(value.amount()));
    }
    return Totals.isAmount(declared) && total.compareTo(new BigDecimal(declared.amount())) == 0
        ? declared
        : null;
  }
}
