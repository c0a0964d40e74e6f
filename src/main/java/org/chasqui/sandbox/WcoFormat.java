package org.chasqui.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * Declaration and Response of the WCO Data Model (wco-and-canonical-model §1): one declaration a
 * document, function codes of the answers as HMRC's samples have them, and 27 of UNTDID 1225 (not
 * accepted) for goods refused, which those have no code for.
 */
final class WcoFormat implements HubFormat {
  private static final String RESPONSE =
      "<MetaData xmlns=\"urn:wco:datamodel:WCO:DocumentMetaData-DMS:2\">"
          + "<WCODataModelVersionCode>3.6</WCODataModelVersionCode><WCOTypeName>RES</WCOTypeName>";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> FILES =
      List.of("declaration/DocumentMetaData_2_DMS.xsd", "declaration/WCO_DEC_2_DMS.xsd");

  private final String currency;
  private final boolean strict;
  private final XsdCheck check;

  WcoFormat(Profile profile, SandboxOptions options) {
    this.currency = profile.identity().currency();
    this.strict = options.strict();
    this.check = strict ? check(profile, options) : null;
  }

  /** By our schema of a national form where the profile has one, else by the public one. */
  private static XsdCheck check(Profile profile, SandboxOptions options) {
    var national = options.config().resolve("formats/wco").resolve(profile.id());
    if (!profile.format().settings().containsKey("metaDataNamespace")
        || !Files.isDirectory(national)) {
      return schema(options.wcoSchemas());
    }
    try (var files = Files.list(national)) {
      return XsdCheck.of(files.sorted().toList(), "Declaration", "FunctionalReferenceID");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static XsdCheck schema(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return null;
    }
    var files = FILES.stream().map(folder::resolve).toList();
    return XsdCheck.of(files, "Declaration", "FunctionalReferenceID");
  }

  @Override
  public Submission read(byte[] document) {
    // the first reference of a declaration is its own; previous documents have others further in
    var quick = QuickScan.xmlTexts(document, null, "FunctionalReferenceID");
    if (!strict || !quick.faults().isEmpty()) {
      return quick;
    }
    var faults = new ArrayList<Fault>();
    structure(document, quick.itemIds(), faults);
    if (check != null) {
      faults.addAll(check.faults(document));
    }
    return new Submission(quick.itemIds(), faults, null);
  }

  private static void structure(byte[] document, List<String> itemIds, List<Fault> faults) {
    var itemId = itemIds.isEmpty() ? null : itemIds.getFirst();
    if (itemIds.size() != 1) {
      faults.add(new Fault(itemId, "42A/D026", "STRUCTURE", "exactly one reference is needed"));
    }
    var lines =
        QuickScan.xmlTexts(document, "GovernmentAgencyGoodsItem", "SequenceNumeric").itemIds();
    var values = QuickScan.xmlTexts(document, "GovernmentAgencyGoodsItem", "CustomsValueAmount");
    if (lines.isEmpty() && values.itemIds().isEmpty()) {
      faults.add(new Fault(itemId, "42A/67A/68A", "STRUCTURE", "a goods item is needed"));
    }
    if (QuickScan.xmlTexts(document, null, "FunctionCode").itemIds().isEmpty()) {
      faults.add(new Fault(itemId, "42A/017", "STRUCTURE", "a function code is needed"));
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    return HubAnswer.json(202, "{\"ticket\":\"%s\"}".formatted(reference));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var xml = new XmlText().open("MetaData").open("Response").element("FunctionCode", "03");
    for (var fault : faults) {
      xml.open("Error")
          .element("Description", fault.text())
          .element("ValidationCode", shortened(fault.code(), 8));
      pointers(xml, fault.place());
      xml.close("Error");
    }
    var itemId = faults.isEmpty() ? null : faults.getFirst().itemId();
    xml.open("Declaration").element("FunctionalReferenceID", itemId).close("Declaration");
    return HubAnswer.of(422, mediaType(), xml.close("Response").close("MetaData").bytes());
  }

  private static void pointers(XmlText xml, String place) {
    if (place == null || !place.contains("/")) {
      return;
    }
    for (var step : place.split("/")) {
      boolean section = step.matches("\\d\\d[A-Z]");
      xml.open("Pointer").element(section ? "DocumentSectionCode" : "TagID", step).close("Pointer");
    }
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = new XmlText();
    xml.open("MetaData");
    for (var ruling : rulings) {
      xml.open("Response")
          .element("FunctionCode", function(ruling))
          .element("FunctionalReferenceID", shortened(ruling.id().replace("-", ""), 35));
      time(xml, "IssueDateTime", ruling.at());
      if (ruling.verdict() == Verdict.REFUSED || ruling.verdict() == Verdict.DOCUMENTS) {
        statement(xml, ruling.verdict());
      }
      declaration(xml, ruling);
      xml.close("Response");
    }
    return withEnvelope(xml.close("MetaData"));
  }

  private static byte[] withEnvelope(XmlText xml) {
    var text = new String(xml.bytes(), StandardCharsets.UTF_8);
    return text.replaceFirst("<MetaData>", RESPONSE)
        .replace("<Response>", "<Response xmlns=\"urn:wco:datamodel:WCO:RES-DMS:2\">")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void statement(XmlText xml, Verdict verdict) {
    boolean refused = verdict == Verdict.REFUSED;
    xml.open("AdditionalInformation")
        .element("StatementCode", refused ? "PRO" : "DOC")
        .element("StatementDescription", refused ? "import not permitted" : "invoice required")
        .close("AdditionalInformation");
  }

  private static void time(XmlText xml, String element, Instant at) {
    xml.open(element)
        .element("DateTimeString", " formatCode=\"304\"", TIME.format(at))
        .close(element);
  }

  private void declaration(XmlText xml, Ruling ruling) {
    xml.open("Declaration")
        .element("FunctionalReferenceID", ruling.itemId())
        .element("ID", ruling.registration());
    xml.element("VersionID", "1");
    if (ruling.dutiable()) {
      duty(xml, ruling);
    }
    xml.close("Declaration");
  }

  private void duty(XmlText xml, Ruling ruling) {
    var inCurrency = " currencyID=\"" + currency + "\"";
    xml.open("GoodsShipment")
        .open("GovernmentAgencyGoodsItem")
        .element("SequenceNumeric", "1")
        .open("Commodity")
        .open("DutyTaxFee")
        .element("AdValoremTaxBaseAmount", inCurrency, ruling.base().toPlainString())
        .element("DutyRegimeCode", "100")
        .element("TaxRateNumeric", ruling.rate().toPlainString())
        .element("TypeCode", "A00")
        .open("Payment")
        .element("TaxAssessedAmount", inCurrency, ruling.duty().toPlainString())
        .element("PaymentAmount", inCurrency, ruling.duty().toPlainString())
        .close("Payment")
        .close("DutyTaxFee")
        .close("Commodity")
        .close("GovernmentAgencyGoodsItem")
        .close("GoodsShipment");
  }

  private static String function(Ruling ruling) {
    return switch (ruling.verdict()) {
      case REGISTERED -> "01";
      case HELD -> "05";
      case DOCUMENTS -> "06";
      case DUTY -> "13";
      case RELEASED -> "08";
      case REFUSED, RETURNED -> "27";
      case CANCELLED -> "10";
    };
  }

  private static String shortened(String text, int most) {
    return text.length() > most ? text.substring(0, most) : text;
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }
}
