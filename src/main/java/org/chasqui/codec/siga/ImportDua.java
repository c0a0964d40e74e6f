package org.chasqui.codec.siga;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.XmlElements;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Money;
import org.chasqui.message.Rfc3339;

/** {@code ImportDUA}: one {@code ImpDeclaration} for each item. */
final class ImportDua implements SigaDocument {
  static final String KEY = "declaration";

  private static final String OPENING =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ImportDUA"
          + " xmlns=\"http://aduanas.gob.do/XSD/ImportClearance/ImportDUA.xsd\">";
  private static final String CLOSING = "</ImportDUA>\n";

  /** Type of a commercial invoice, UN/EDIFACT 1001. */
  private static final String INVOICE = "380";

  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final SigaSettings settings;
  private final EncodeContext context;
  private final ProfileView view;
  private final LossList losses;
  private final SigaValues values;

  ImportDua(SigaSettings settings, EncodeContext context, LossList losses) {
    this.settings = settings;
    this.context = context;
    this.view = context.view();
    this.losses = losses;
    this.values = new SigaValues(settings, view, losses);
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String opening() {
    return OPENING;
  }

  @Override
  public String closing() {
    return CLOSING;
  }

  @Override
  public void write(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    SigaFields.DECLARATION.report(item, losses);
    var persons = new DuaPersons(settings, view, losses);
    // the only prefix-free way to leave the namespace of the root
    xml.start("ImpDeclaration");
    xml.noNamespace();
    head(xml, item);
    var consignee = persons.person(item.recipient(), "/recipient");
    consignee.write(xml, "Consignee");
    xml.text("CommercialInvoiceNo", invoice(item));
    transport(xml, item);
    var importer = item.importer();
    var importing = importer == null ? consignee : persons.person(importer, "/importer");
    importing.write(xml, "Importer");
    declarant(xml);
    amounts(xml, item);
    masses(xml, item);
    xml.text("Remark", remark(item));
    supplier(xml, item, persons);
    for (int i = 0; i < item.contents().size(); i++) {
      new ProductWriter(settings, view, losses).write(xml, item, i);
    }
    xml.end();
  }

  private void head(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    xml.text("DeclarationDate", LOCAL.format(context.at().atZone(view.zone())));
    xml.text("ClearanceType", settings.text(SigaSettings.CLEARANCE_TYPE, "IC38-001"));
    xml.text("AreaCode", values.setting(SigaSettings.AREA_CODE));
    xml.text("BLNo", item.itemId());
    xml.text("ManifestNo", settings.text(SigaSettings.MANIFEST_NUMBER));
  }

  /** The number of the first invoice, else of the order, else the item's own. */
  private String invoice(ItemDeclaration item) {
    String number = null;
    for (int i = 0; i < item.documents().size(); i++) {
      var document = item.documents().get(i);
      if (number == null && INVOICE.equals(document.typeCode()) && document.number() != null) {
        number = losses.clean(document.number(), "/documents/" + i, "/number");
      } else {
        losses.noTarget("/documents/" + i, "", "one commercial invoice (380)");
      }
    }
    var order = item.eCommerce() == null ? null : item.eCommerce().orderId();
    if (order != null && number != null) {
      losses.noTarget("/eCommerce/orderId", "", "one number, that of the invoice");
    }
    if (number == null && order == null) {
      losses.assumed("/documents", "", "a commercial invoice (380); sent as the item id");
      return item.itemId();
    }
    return number == null ? losses.clean(order, "/eCommerce/orderId", "") : number;
  }

  private void transport(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    xml.text("EntryPort", values.setting(SigaSettings.ENTRY_PORT));
    xml.text(
        "DepartureCountryCode", values.country(item.originCountryCode(), "/originCountryCode", ""));
    xml.text("TransportCompanyCode", values.setting(SigaSettings.TRANSPORT_COMPANY));
    xml.text("TransportNationality", values.setting(SigaSettings.TRANSPORT_NATIONALITY));
    xml.text("TransportMethod", values.setting(SigaSettings.TRANSPORT_METHOD));
    var date = entryDate(item);
    xml.text("EntryPlanDate", date);
    xml.text("EntryDate", date);
  }

  /** Advance data know no arrival: the departure, else the time of the document, stands in. */
  private String entryDate(ItemDeclaration item) {
    var departure = item.transport() == null ? null : item.transport().plannedDepartureAt();
    if (departure == null) {
      losses.assumed("/transport/plannedDepartureAt", "", "a date; sent as that of the document");
      return LOCAL.format(context.at().atZone(view.zone()));
    }
    try {
      var local = Rfc3339.parse(departure).atZoneSameInstant(view.zone());
      losses.assumed("/transport/plannedDepartureAt", "", "an arrival; sent as the departure");
      return LOCAL.format(local);
    } catch (DateTimeParseException e) {
      losses.needs("/transport/plannedDepartureAt", "", "RFC 3339 with offset");
      return null;
    }
  }

  private void declarant(XmlElements xml) throws XMLStreamException {
    xml.text("BrokerEmployeeCode", settings.text(SigaSettings.BROKER_EMPLOYEE));
    xml.text("BrokerCompanyCode", settings.text(SigaSettings.BROKER_COMPANY));
    xml.text("DeclarantCode", values.setting(SigaSettings.DECLARANT_CODE));
    xml.text("DeclarantName", values.setting(SigaSettings.DECLARANT_NAME));
    xml.text("DeclarantNationality", values.setting(SigaSettings.DECLARANT_NATIONALITY));
    xml.text("RegimenCode", settings.text(SigaSettings.REGIMEN_CODE, "1"));
  }

  /** Insurance and other costs are not declared in post: zero (ours). */
  private void amounts(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    var value = values.required(declared(item), "/declaredValue").orElse(BigDecimal.ZERO);
    var freight = values.optional(item.postage(), "/postage");
    if (item.postage() == null) {
      losses.assumed("/postage", "", "the postage paid; sent as 0");
    }
    xml.text("TotalFOB", value.toPlainString());
    xml.text("InsuranceValue", "0");
    xml.text("FreightValue", freight == null ? "0" : freight);
    xml.text("OtherValue", "0");
    var total = freight == null ? value : value.add(new BigDecimal(freight));
    xml.text("TotalCIF", total.toPlainString());
  }

  private Money declared(ItemDeclaration item) {
    if (item.declaredValue() != null) {
      return item.declaredValue();
    }
    var sum = BigDecimal.ZERO;
    for (int i = 0; i < item.contents().size(); i++) {
      var base = "/contents/" + i + "/value";
      var value = values.required(item.contents().get(i).value(), base);
      sum = sum.add(value.orElse(BigDecimal.ZERO));
    }
    return new Money(sum.toPlainString(), settings.currency());
  }

  /** The net weight when every line tells its own. */
  private void masses(XmlElements xml, ItemDeclaration item) throws XMLStreamException {
    xml.text("TotalWeight", values.kilograms(item.grossMass(), "/grossMass"));
    var net = BigDecimal.ZERO;
    for (int i = 0; i < item.contents().size(); i++) {
      var mass = item.contents().get(i).netMass();
      var base = "/contents/" + i + "/netMass";
      var kilograms = mass == null ? null : values.kilograms(mass, base);
      if (kilograms == null) {
        return;
      }
      net = net.add(new BigDecimal(kilograms));
    }
    xml.text("NetWeight", net.toPlainString());
  }

  private String remark(ItemDeclaration item) {
    var explanation = item.itemCategoryExplanation();
    var comments = item.comments();
    if (explanation != null && comments != null) {
      losses.rearranged("/comments", "", "joined in Remark");
      return losses.clean(explanation + "; " + comments, "/comments", "");
    }
    var text = explanation == null ? comments : explanation;
    return text == null ? null : losses.clean(text, "/comments", "");
  }

  /** The seller of the goods, else the sender of the item. */
  private void supplier(XmlElements xml, ItemDeclaration item, DuaPersons persons)
      throws XMLStreamException {
    var seller = item.eCommerce() == null ? null : item.eCommerce().seller();
    xml.start("ImpDeclarationSupplier");
    persons.supplier(xml, seller == null ? item.sender() : seller, seller == null);
    xml.end();
    if (seller != null && item.sender() != null) {
      losses.noTarget("/sender", "", "one supplier, the seller");
    }
  }
}
