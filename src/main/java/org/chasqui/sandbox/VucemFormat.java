package org.chasqui.sandbox;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * The value declaration COVE: a number of the operation at once, an eDocument or messages later
 * (national-south-america-mexico §2.5). Checked by our schema, written after client code since the
 * window's own is not at hand; the state of a clearance beside the eDocument is ours.
 */
final class VucemFormat implements HubFormat {
  private static final List<String> FILES = List.of("soap11/envelope.xsd", "vucem/cove.xsd");
  private static final String NAMESPACE = "http://www.ventanillaunica.gob.mx/cove/ws/oxml/";

  private final Profile profile;
  private final OwnEnvelope envelope;
  private final XsdCheck check;

  VucemFormat(Profile profile, SandboxOptions options) {
    this.profile = profile;
    this.envelope = OwnEnvelope.of(profile);
    var folder = options.config().resolve("formats");
    var files = FILES.stream().map(folder::resolve).toList();
    this.check =
        options.strict() ? XsdCheck.of(files, "comprobantes", "numeroFacturaOriginal") : null;
  }

  @Override
  public Submission read(byte[] document) {
    var quick = QuickScan.xmlTexts(document, null, "numeroFacturaOriginal");
    if (check == null || !quick.faults().isEmpty()) {
      return quick;
    }
    var faults = new ArrayList<>(check.faults(document));
    if (faults.isEmpty()) {
      identifiers(document, faults);
    }
    return new Submission(quick.itemIds(), faults, null);
  }

  /** Kinds of identifier: 0 tax id, 1 RFC, 2 CURP, 3 none. */
  private static void identifiers(byte[] document, List<Fault> faults) {
    for (var one : SubmittedXml.all(document, "comprobantes").orElse(List.of())) {
      var itemId = one.text("numeroFacturaOriginal");
      for (var role : List.of("emisor", "destinatario")) {
        var party = one.all(role).getFirst();
        var value = party.text("identificacion") == null ? "" : party.text("identificacion");
        boolean fits =
            switch (party.text("tipoIdentificador")) {
              case "1" -> value.matches("[A-ZÑ&]{3,4}[0-9]{6}[0-9A-Z]{3}");
              case "2" -> value.matches("[A-ZÑ]{4}[0-9]{6}[A-Z]{6}[0-9A-Z][0-9]");
              case "3" -> value.isEmpty();
              default -> !value.isEmpty();
            };
        if (!fits) {
          faults.add(new Fault(itemId, role, "IDENTIFICADOR", "no es del tipo indicado"));
        }
      }
    }
  }

  @Override
  public HubAnswer receipt(String reference) {
    var name = "solicitarRecibirCoveServicioResponse";
    var xml = answer(name).element("numeroDeOperacion", reference);
    xml.element("mensajeInformativo", "La recepción del COVE fue exitosa");
    return HubAnswer.of(200, mediaType(), envelope.end(xml.close(name)));
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    var xml = envelope.open();
    if (envelope.own()) {
      xml.open("s:Fault").element("faultcode", "s:Client");
      xml.element("faultstring", "COVE no recibido").open("detail");
    } else {
      xml.open("Errors");
    }
    for (var fault : faults) {
      xml.open("Error")
          .element("Id", fault.itemId())
          .element("Path", fault.place())
          .element("Text", fault.code() + " " + fault.text())
          .close("Error");
    }
    xml = envelope.own() ? xml.close("detail").close("s:Fault") : xml.close("Errors");
    return HubAnswer.of(422, mediaType(), envelope.end(xml));
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var name = "solicitarConsultarRespuestaCoveServicioResponse";
    var xml = answer(name).element("numeroOperacion", "1");
    if (!rulings.isEmpty()) {
      var at = rulings.getLast().at().truncatedTo(ChronoUnit.SECONDS);
      xml.element(
          "horaRecepcion",
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(profile.identity().zone())));
    }
    for (var ruling : rulings) {
      xml.open("respuestasOperaciones")
          .element("numeroFacturaORelacionFacturas", ruling.itemId())
          .element("contieneError", "false")
          .element("eDocument", "COVE" + ruling.registration().substring(3))
          .element("estado", state(ruling.verdict()))
          .close("respuestasOperaciones");
    }
    return envelope.end(xml.close(name));
  }

  /** 3/320 and 7/710 are public states of a pedimento; the others are ours. */
  private static String state(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED -> null;
      case HELD -> "3/310";
      case DOCUMENTS -> "DOCUMENTOS";
      case DUTY -> "BOLETA";
      case RELEASED -> "7/710";
      case REFUSED, CANCELLED, RETURNED -> "RECHAZADO";
    };
  }

  private XmlText answer(String name) {
    return envelope.open().open(name + " xmlns=\"" + NAMESPACE + '"');
  }

  @Override
  public String mediaType() {
    return "text/xml; charset=utf-8";
  }
}
