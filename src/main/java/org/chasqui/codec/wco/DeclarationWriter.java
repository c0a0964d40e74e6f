package org.chasqui.codec.wco;

import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.message.Document;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Rfc3339;

/** Writes envelope and {@code Declaration} 42A; the order of the elements is the model's. */
final class DeclarationWriter {
  private static final String PATH = "/MetaData/Declaration";

  private final WcoXml xml;
  private final WcoSettings settings;
  private final EncodeContext context;
  private final ProfileView view;
  private final LossList losses;

  DeclarationWriter(WcoXml xml, WcoSettings settings, EncodeContext context, LossList losses) {
    this.xml = xml;
    this.settings = settings;
    this.context = context;
    this.view = context.view();
    this.losses = losses;
  }

  void write(ItemDeclaration item) throws XMLStreamException {
    xml.startDocument();
    xml.metaData("WCODataModelVersionCode", settings.modelVersion());
    xml.metaData("WCOTypeName", "DEC");
    xml.metaData("ResponsibleCountryCode", view.countryCode());
    xml.metaData("ResponsibleAgencyName", LossList.head(settings.agencyName(), 70));
    xml.metaData("FunctionalDefinition", settings.functionalDefinition());
    xml.metaData("AgencyAssignedCustomizationCode", settings.customizationCode());
    xml.metaData("AgencyAssignedCustomizationVersionCode", settings.customizationVersion());
    xml.start("Declaration");
    head(item);
    totals(item);
    submitter(item);
    office();
    documents(item);
    statements(item);
    if (item.function() != MessageFunction.CANCELLATION || !item.contents().isEmpty()) {
      new ShipmentWriter(xml, settings, view, losses).write(item);
    }
    xml.end();
    xml.endDocument();
  }

  private void head(ItemDeclaration item) throws XMLStreamException {
    postingTime(item.postingDateTime());
    var function = String.valueOf(item.function());
    var code =
        view.code(WcoSettings.FUNCTION_MAP, function).orElse(WcoSettings.FUNCTIONS.get(function));
    if (code == null) {
      losses.refuse(PATH + "/FunctionCode", "42A/017", function, "a message function");
    }
    xml.text("FunctionCode", code);
    if (item.itemId() == null || item.itemId().length() > 35) {
      losses.needs(PATH + "/FunctionalReferenceID", "42A/D026", "at most 35 characters");
    }
    xml.text("FunctionalReferenceID", item.itemId());
    xml.dateTime("IssueDateTime", context.at().atOffset(ZoneOffset.UTC), view.zone());
    xml.text("VersionID", settings.versionId());
    var place = item.postingLocation();
    xml.text("IssueLocationID", place == null ? null : place.unLocode());
    xml.text("TypeCode", typeCode(item));
  }

  private String typeCode(ItemDeclaration item) {
    var flow = item.flow();
    if (flow != null) {
      var code = view.code(WcoSettings.TYPE_MAP, flow.name());
      if (code.isPresent()) {
        return code.get();
      }
      losses.noTarget("/flow", "", "a code of the map " + WcoSettings.TYPE_MAP);
    }
    return settings.typeCode();
  }

  private void postingTime(String time) throws XMLStreamException {
    if (time == null) {
      return;
    }
    try {
      xml.dateTime("AcceptanceDateTime", Rfc3339.parse(time), view.zone());
    } catch (DateTimeParseException e) {
      losses.noTarget("/postingDateTime", "", "RFC 3339 with offset");
    }
  }

  private void totals(ItemDeclaration item) throws XMLStreamException {
    if (!item.contents().isEmpty()) {
      xml.text("GoodsItemQuantity", Integer.toString(item.contents().size()));
    }
    xml.text("DeclarationOfficeID", settings.officeClass() ? null : settings.officeId());
    xml.amount("InvoiceAmount", item.declaredValue(), PATH + "/InvoiceAmount", "42A/109");
    xml.mass("TotalGrossMassMeasure", item.grossMass(), PATH + "/TotalGrossMassMeasure", "42A/131");
    xml.text("TotalPackageQuantity", "1");
  }

  private void submitter(ItemDeclaration item) throws XMLStreamException {
    boolean declared = settings.submitterId() != null;
    if (declared && item.originOperatorCode() != null) {
      losses.noTarget("/originOperatorCode", "", "the submitter of the profile");
    }
    var id = declared ? settings.submitterId() : item.originOperatorCode();
    if (id != null) {
      xml.start("Submitter");
      xml.text("ID", id, "schemeID", settings.submitterScheme());
      xml.text("RoleCode", settings.submitterRole());
      xml.end();
    }
  }

  private void office() throws XMLStreamException {
    if (settings.officeClass() && settings.officeId() != null) {
      xml.start("DeclarationOffice");
      xml.text("ID", settings.officeId());
      xml.end();
    }
  }

  private void documents(ItemDeclaration item) throws XMLStreamException {
    for (int i = 0; i < item.documents().size(); i++) {
      document(xml, view, losses, item.documents().get(i), "/documents/" + i);
    }
  }

  /** Types of more than three characters need the profile's map. */
  static void document(
      WcoXml xml, ProfileView view, LossList losses, Document document, String base)
      throws XMLStreamException {
    var type = document.typeCode();
    var code = view.code(WcoSettings.DOCUMENT_MAP, type).orElse(type);
    if (code != null && code.length() > 3) {
      losses.noTarget(base, "/typeCode", "a code of the map " + WcoSettings.DOCUMENT_MAP);
      code = null;
    }
    if (code == null && document.number() == null) {
      return;
    }
    xml.start("AdditionalDocument");
    xml.cut("ID", document.number(), 70, PATH + "/AdditionalDocument/ID", "42A/02A/D005");
    xml.text("TypeCode", code);
    xml.end();
  }

  private void statements(ItemDeclaration item) throws XMLStreamException {
    statement(null, item.itemCategoryExplanation());
    statement(null, item.comments());
    if (item.nonDeliveryInstruction() != null) {
      statement(item.nonDeliveryInstruction().name(), null);
    }
  }

  private void statement(String code, String text) throws XMLStreamException {
    if (code != null || text != null && !text.isBlank()) {
      xml.start("AdditionalInformation");
      xml.text("StatementCode", code);
      xml.cut(
          "StatementDescription",
          text,
          512,
          PATH + "/AdditionalInformation/StatementDescription",
          "42A/03A/225");
      xml.end();
    }
  }
}
