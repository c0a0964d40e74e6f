package org.chasqui.sandbox;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chasqui.profile.Profile;

/**
 * Declarations in the regional JSON, their states as {@code ListaGOPEstados} tells them
 * (national-south-america-mexico §2.6). OFIC is seen; the other states, and the item in them, are
 * ours.
 */
final class EstadosFormat implements HubFormat {
  private final RegionalFormat declarations;
  private final Profile profile;

  EstadosFormat(Profile profile, SandboxOptions options) {
    this.profile = profile;
    this.declarations = new RegionalFormat(profile, options);
  }

  @Override
  public Submission read(byte[] document) {
    return declarations.read(document);
  }

  @Override
  public HubAnswer receipt(String reference) {
    return declarations.receipt(reference);
  }

  @Override
  public HubAnswer refusal(List<Fault> faults) {
    return declarations.refusal(faults);
  }

  @Override
  public byte[] decisions(List<Ruling> rulings) {
    var xml = new XmlText().open("ListaGOPEstadosResponse");
    if (!rulings.isEmpty()) {
      xml.open("Recibo").element("CodErr", "0").element("DesError", "OK Procesado").close("Recibo");
    }
    for (var ruling : rulings) {
      var number = "26001EC" + ruling.registration().substring(4) + "A";
      xml.open("EstadosDeclaracion")
          .element("IdDecla", number)
          .element("ItemPostal", ruling.itemId())
          .element("CodEstDecla", state(ruling.verdict()))
          .element("CodCanal", channel(ruling.verdict()))
          .element("FechOfic", time(ruling));
      if (ruling.verdict() == Verdict.DOCUMENTS) {
        xml.open("Bloqueo").element("CodigoBloqueo", "DOC").close("Bloqueo");
      }
      xml.close("EstadosDeclaracion");
    }
    return xml.close("ListaGOPEstadosResponse").bytes();
  }

  private String time(Ruling ruling) {
    var local = ruling.at().atZone(profile.identity().zone()).toLocalDateTime();
    return local.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case REGISTERED, HELD, DOCUMENTS -> "OFIC";
      case DUTY -> "LIQU";
      case RELEASED -> "AUTO";
      case REFUSED, CANCELLED, RETURNED -> "DENE";
    };
  }

  private static String channel(Verdict verdict) {
    return switch (verdict) {
      case HELD -> "R";
      case DOCUMENTS -> "N";
      case RELEASED -> "V";
      case REGISTERED, DUTY, REFUSED, CANCELLED, RETURNED -> null;
    };
  }

  @Override
  public String mediaType() {
    return "text/xml; charset=utf-8";
  }
}
