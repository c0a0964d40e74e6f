package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.message.DecisionStatus;
import org.chasqui.profile.Profile;

/**
 * The SOAP customs declaration service as its public clients show it: views stored, views loaded.
 * Decision codes are those of the profile. What a fault says of an item is ours: no fault of the
 * service is known (docs/formats/upu-cds.md).
 */
final class CdsFormat implements HubFormat {
  private static final String MEDIA_TYPE = "application/soap+xml; charset=utf-8";
  private static final String FOLDER = "formats/upu-cds";
  private static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
  private static final String OPERATIONS = "http://tempuri.org/";
  private static final String TYPES =
      "http://schemas.datacontract.org/2004/07/CDS.BusinessLayer.Operational";
  private static final List<String> FILES =
      List.of("soap-envelope.xsd", "operations.xsd", "types.xsd", "arrays.xsd");

  private final Profile profile;
  private final XsdCheck check;

  CdsFormat(Profile profile, SandboxOptions options) {
    this.profile = profile;
    this.check = options.strict() ? XsdCheck.of(schema(options.config()), "CDSView", "Id") : null;
  }

  private static List<Path> schema(Path config) {
    return FILES.stream().map(config.resolve(FOLDER)::resolve).toList();
  }

  /** True for a call that loads: it comes to the same address as those that store. */
  static boolean loads(HubRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8).contains("<Load ");
  }

  @Override
  public boolean asks(HubRequest request) {
    return loads(request);
  }

  @Override
  public Submission read(byte[] document) {
    var quick = QuickScan.xmlTexts(document, null, "Id");
    return check == null || !quick.faults().isEmpty()
        ? quick
        : new Submission(quick.itemIds(), check.faults(document), null);
  }

  @Override
  public HubAnswer receipt(String reference) {
    boolean decisions = profile.response().strategy().equals("cds-store");
    var name = "CreateOrUpdate" + (decisions ? "Responses" : "Declarations") + "Response";
    var xml = envelope().element(name, " xmlns=\"" + OPERATIONS + '"', "");
    return HubAnswer.of(200, mediaType(), end(xml));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var xml = envelope().open("s:Fault").open("s:Code").element("s:Value", "s:Sender");
    xml.close("s:Code").open("s:Reason");
    xml.element("s:Text", " xml:lang=\"en\"", "The views cannot be stored").close("s:Reason");
    xml.open("s:Detail");
    for (var fault : faults) {
      xml.open("Error")
          .element("Id", fault.itemId())
          .element("Path", fault.place())
          .element("Text", fault.code() + " " + fault.text())
          .close("Error");
    }
    return HubAnswer.of(500, mediaType(), end(xml.close("s:Detail").close("s:Fault")));
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = envelope().open("LoadResponse xmlns=\"" + OPERATIONS + '"');
    xml.open("LoadResult xmlns:c=\"" + TYPES + '"');
    for (var ruling : rulings) {
      view(xml, ruling);
    }
    return end(xml.close("LoadResult").close("LoadResponse"));
  }

  /** The answer to a load that gives views as they were stored. */
  static byte[] loaded(List<String> views) {
    var arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";
    var open =
        "<s:Envelope xmlns:s=\"%s\"><s:Body><LoadResponse xmlns=\"%s\">".formatted(SOAP, OPERATIONS)
            + "<LoadResult xmlns:c=\"%s\" xmlns:s=\"%s\">".formatted(TYPES, arrays);
    var close = "</LoadResult></LoadResponse></s:Body></s:Envelope>";
    return (open + String.join("", views) + close).getBytes(StandardCharsets.UTF_8);
  }

  private void view(XmlText xml, Ruling ruling) {
    xml.open("c:CDSView").open("c:MailObject").element("c:Id", ruling.itemId());
    xml.element("c:TypeCd", "MI").close("c:MailObject").open("c:Response");
    xml.element("c:CDSStateCd", "55").element("c:PId", ruling.id()).open("c:Data");
    xml.element("c:ClearanceDt", time(ruling)).element("c:DecisionCd", code(ruling.verdict()));
    if (ruling.verdict() == Verdict.REFUSED) {
      xml.element("c:DecisionReasonCd", "PROHIBITED");
      xml.element("c:DecisionReasonNm", "import not permitted");
    }
    xml.element("c:Dutiable", Boolean.toString(ruling.dutiable()));
    if (ruling.dutiable()) {
      xml.open("c:Taxes").open("c:Tax").element("c:Amount", ruling.duty().toPlainString());
      xml.element("c:CurrencyCd", profile.identity().currency());
      xml.element("c:Rate", ruling.rate().toPlainString()).element("c:Type", "ID");
      xml.close("c:Tax").close("c:Taxes");
    }
    xml.close("c:Data").close("c:Response").close("c:CDSView");
  }

  private String time(Ruling ruling) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ruling.at().truncatedTo(ChronoUnit.SECONDS).atZone(profile.identity().zone()));
  }

  /** The profile's code of a status; a service that has none says nothing of the item. */
  private String code(Verdict verdict) {
    var wanted = statuses(verdict).map(DecisionStatus::name).toList();
    return profile.codes().getOrDefault(AnswerDecisions.STATUS_MAP, Map.of()).entrySet().stream()
        .filter(code -> wanted.contains(code.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(null);
  }

  private static Stream<DecisionStatus> statuses(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> Stream.of(DecisionStatus.REGISTERED);
      case HELD, DOCUMENTS -> Stream.of(DecisionStatus.HELD);
      case DUTY -> Stream.of(DecisionStatus.DUTY_ASSESSED, DecisionStatus.ASSESSMENT_COMPLETE);
      case RELEASED -> Stream.of(DecisionStatus.RELEASED);
      case REFUSED, RETURNED, CANCELLED -> Stream.of(DecisionStatus.REFUSED);
    };
  }

  private static XmlText envelope() {
    return new XmlText().open("s:Envelope xmlns:s=\"" + SOAP + '"').open("s:Body");
  }

  private static byte[] end(XmlText xml) {
    return xml.close("s:Body").close("s:Envelope").bytes();
  }

  @Override
  public String mediaType() {
    return MEDIA_TYPE;
  }
}
