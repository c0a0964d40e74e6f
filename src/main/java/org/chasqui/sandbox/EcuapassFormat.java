package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.answer.AnswerElement;
import org.chasqui.profile.Profile;

/**
 * ECUAPASS as the code of its clients shows it: a SOAP 1.1 call with a document as a text, a
 * receipt at once, later a list of references and the results by them
 * (national-south-america-mexico §2.4). Envelope and header are checked by what is seen, the
 * document by our own schema; states are ours.
 */
final class EcuapassFormat implements HubFormat {
  private static final String REFERENCE = "TraderAssignedReferenceID";
  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final List<String> CALL =
      List.of("soap11/envelope.xsd", "ecuapass/header.xsd", "ecuapass/postal-item.xsd");

  private final Profile profile;
  private final XsdCheck call;
  private final XsdCheck document;

  EcuapassFormat(Profile profile, SandboxOptions options) {
    this.profile = profile;
    var folder = options.config().resolve("formats");
    var files = CALL.stream().map(folder::resolve).toList();
    this.call = options.strict() ? XsdCheck.of(files, "Envelope", "none") : null;
    this.document =
        options.strict() ? XsdCheck.of(inner(folder), "DocumentMetadata", REFERENCE) : null;
  }

  private static List<Path> inner(Path folder) {
    return List.of(folder.resolve("ecuapass/postal-item.xsd"));
  }

  @Override
  public Submission read(byte[] bytes) {
    var calls = SubmittedXml.all(bytes, "Envelope");
    if (calls.isEmpty()) {
      return QuickScan.unreadable("XML");
    }
    var text = calls.get().isEmpty() ? null : argument(calls.get().getFirst());
    var parsed = text == null ? null : AnswerElement.parse(text).orElse(null);
    var itemId = parsed == null ? null : parsed.text("Declaration/UCR/" + REFERENCE);
    var faults = new ArrayList<Fault>();
    if (call != null) {
      call.faults(bytes).forEach(fault -> faults.add(of(itemId, fault)));
    }
    if (parsed == null) {
      faults.add(new Fault(itemId, "arg0", "UNREADABLE", "no document as a text"));
    } else if (document != null) {
      document.faults(text.getBytes(StandardCharsets.UTF_8)).forEach(faults::add);
      agreement(calls.get().getFirst(), parsed, itemId, faults);
    }
    return new Submission(itemId == null ? List.of() : List.of(itemId), faults, null);
  }

  private static String argument(AnswerElement envelope) {
    for (var body : envelope.all("Body")) {
      for (var operation : body.children()) {
        return operation.text("arg0");
      }
    }
    return null;
  }

  private static Fault of(String itemId, Fault fault) {
    return new Fault(itemId, fault.place(), fault.code(), fault.text());
  }

  /** Number and kind of the document stand in header and document, and must be the same. */
  private static void agreement(
      AnswerElement envelope, AnswerElement document, String itemId, List<Fault> faults) {
    var pairs =
        Map.of("SmtNo", "ID", "RcsdEdocTypeCd", "TypeCode", "DclrCd", "Agent/ID").entrySet();
    for (var pair : pairs.stream().sorted(Map.Entry.comparingByKey()).toList()) {
      var header = envelope.text("Header/Header/" + pair.getKey());
      if (header == null || !header.equals(document.text("Declaration/" + pair.getValue()))) {
        faults.add(new Fault(itemId, pair.getKey(), "AGREEMENT", "header and document differ"));
      }
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    var xml = envelope().open("Declaration").element("FunctionalReferenceID", reference);
    return HubAnswer.of(200, mediaType(), end(xml.close("Declaration")));
  }

  @Override
  public HubAnswer list(List<String> ids) {
    var xml = envelope().open("requestCommonResponseListResponse");
    for (var id : ids) {
      xml.open("Declaration").element("FunctionalReferenceID", id).close("Declaration");
    }
    return HubAnswer.of(200, mediaType(), end(xml.close("requestCommonResponseListResponse")));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var xml = envelope().open("s:Fault").element("faultcode", "s:Client");
    xml.element("faultstring", "documento no admitido").open("detail");
    for (var fault : faults) {
      xml.open("Error")
          .element("Id", fault.itemId())
          .element("Path", fault.place())
          .element("Text", fault.code() + " " + fault.text())
          .close("Error");
    }
    return HubAnswer.of(422, mediaType(), end(xml.close("detail").close("s:Fault")));
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = envelope();
    for (var ruling : rulings) {
      var detail = new String(detail(ruling).bytes(), StandardCharsets.UTF_8);
      xml.open("Response").element("DocumentDetail", detail).close("Response");
    }
    return end(xml);
  }

  private XmlText detail(Ruling ruling) {
    var xml = new XmlText().open("DocumentMetadata").open("Declaration");
    xml.element("ID", "00000000" + "2026" + ruling.registration().substring(4) + "S");
    xml.open("UCR").element(REFERENCE, ruling.itemId()).close("UCR");
    xml.open("Status")
        .element("NameCode", state(ruling.verdict()))
        .element("EffectiveDateTime", time(ruling))
        .close("Status");
    if (ruling.verdict() == Verdict.REFUSED || ruling.verdict() == Verdict.DOCUMENTS) {
      boolean refused = ruling.verdict() == Verdict.REFUSED;
      xml.open("Reason")
          .element("Code", refused ? "PRO" : "DOC")
          .element("Description", refused ? "importación no permitida" : "falta la factura")
          .close("Reason");
    }
    if (ruling.dutiable()) {
      xml.open("DutyTaxFee")
          .element("TypeCode", "ADV")
          .element("TaxBaseAmount", ruling.base().toPlainString())
          .element("TaxRateNumeric", ruling.rate().toPlainString())
          .element("PaymentAmount", ruling.duty().toPlainString())
          .close("DutyTaxFee");
    }
    return xml.close("Declaration").close("DocumentMetadata");
  }

  private String time(Ruling ruling) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ruling.at().truncatedTo(ChronoUnit.SECONDS).atZone(profile.identity().zone()));
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> "RECIBIDO";
      case HELD -> "AFORO";
      case DOCUMENTS -> "OBSERVADO";
      case DUTY -> "LIQUIDADO";
      case RELEASED -> "SALIDA";
      case REFUSED, CANCELLED, RETURNED -> "RECHAZADO";
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
    return "text/xml; charset=utf-8";
  }
}
