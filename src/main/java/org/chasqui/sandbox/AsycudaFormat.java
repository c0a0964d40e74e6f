package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * Documents of the ASYCUDA families in, checked against our clean-room XSDs; {@code Awcheck} and
 * {@code Awstatus} out, whose form is ours since none is published
 * (national-caribbean-central-america §3 and §4).
 */
final class AsycudaFormat implements HubFormat {
  private static final String SCHEMAS = "formats/asycuda";

  private final AsycudaDocument document;
  private final ZoneId zone;
  private final String currency;
  private final XsdCheck check;

  AsycudaFormat(AsycudaDocument document, Profile profile, SandboxOptions options) {
    this.document = document;
    this.zone = profile.identity().zone();
    this.currency = profile.identity().currency();
    this.check =
        options.strict() ? XsdCheck.of(schema(options), document.item(), document.id()) : null;
  }

  private List<Path> schema(SandboxOptions options) {
    return List.of(options.config().resolve(SCHEMAS).resolve(document.schema()));
  }

  @Override
  public Effect effect() {
    return document.effect();
  }

  @Override
  public boolean tellsRegistered() {
    return true;
  }

  @Override
  public Submission read(byte[] submitted) {
    // the year, where a declaration has one, stands before its number
    var text = document == AsycudaDocument.DECLARATION ? withoutYear(submitted) : submitted;
    var quick = QuickScan.xmlTexts(text, document.parent(), document.id());
    return check == null || !quick.faults().isEmpty()
        ? quick
        : new Submission(quick.itemIds(), check.faults(submitted), null);
  }

  private static byte[] withoutYear(byte[] submitted) {
    return new String(submitted, StandardCharsets.UTF_8)
        .replaceFirst("<Reference>\\s*<Year>[^<]*</Year>", "<Reference>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public HubAnswer receipt(String reference) {
    var xml = new XmlText().open("Awcheck").element("Result", "VALID").close("Awcheck");
    return HubAnswer.of(200, mediaType(), xml.bytes());
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var xml = new XmlText().open("Awcheck").element("Result", "INVALID");
    for (var fault : faults) {
      xml.open("Error")
          .element("Bol_reference", fault.itemId())
          .element("Path", fault.place())
          .element("Text", fault.code() + " " + fault.text())
          .close("Error");
    }
    return HubAnswer.of(422, mediaType(), xml.close("Awcheck").bytes());
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = new XmlText().open("Awstatus");
    for (var ruling : rulings) {
      var number = ruling.registration();
      xml.open("Bol_status")
          .element("Bol_reference", ruling.itemId())
          .element("Registration", "20" + number.substring(0, 2) + " C " + number.substring(4))
          .element("Status", status(ruling.verdict()))
          .element("Lane", lane(ruling))
          .element("Date", date(ruling));
      if (ruling.verdict() == Verdict.REFUSED) {
        xml.element("Reason_code", "PROHIBITED").element("Reason_text", "import not permitted");
      }
      if (ruling.dutiable()) {
        tax(xml, ruling);
      }
      xml.close("Bol_status");
    }
    return xml.close("Awstatus").bytes();
  }

  private void tax(XmlText xml, Ruling ruling) {
    xml.element("Currency", currency)
        .open("Tax")
        .element("Code", "ID")
        .element("Base", ruling.base().toPlainString())
        .element("Rate", ruling.rate().toPlainString())
        .element("Amount", ruling.duty().toPlainString())
        .close("Tax");
  }

  private String date(Ruling ruling) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ruling.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private static String status(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> "REGISTERED";
      case HELD -> "INSPECTION";
      case DOCUMENTS -> "DOCUMENTS";
      case DUTY -> "ASSESSED";
      case RELEASED -> "RELEASED";
      case REFUSED, RETURNED -> "REFUSED";
      case CANCELLED -> "CANCELLED";
    };
  }

  private static String lane(Ruling ruling) {
    return switch (ruling.verdict()) {
      case HELD -> "RED";
      case DOCUMENTS, DUTY -> "YELLOW";
      case RELEASED -> ruling.dutiable() ? "BLUE" : "GREEN";
      default -> null;
    };
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }
}
