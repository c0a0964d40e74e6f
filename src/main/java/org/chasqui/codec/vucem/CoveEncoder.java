package org.chasqui.codec.vucem;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.ProfileView;
import org.chasqui.codec.SingleItemEncoder;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ContentPiece;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Rfc3339;

/**
 * Writes one declaration as {@code solicitarRecibirCoveServicio}. What proves who sends it is the
 * connection's: {@code UsernameToken} in the header, and the content of {@code firmaElectronica},
 * for which the setting of that name leaves an empty element (national-south-america-mexico §2.5).
 */
final class CoveEncoder extends SingleItemEncoder {
  static final String UNIT_MAP = "vucem-unit";

  private static final String NAMESPACE =
      " xmlns:oxml=\"http://www.ventanillaunica.gob.mx/cove/ws/oxml/\"";
  private static final String ENVELOPE =
      "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
          + NAMESPACE
          + "><soapenv:Header/><soapenv:Body>";
  private static final String ENVELOPE_END = "</soapenv:Body></soapenv:Envelope>";
  private static final String REQUEST = "oxml:solicitarRecibirCoveServicio";

  CoveEncoder() {
    super(
        "vucem-cove",
        "text/xml; charset=utf-8",
        CoveFields.LOSSES,
        "an addendum needs the number of the COVE, which the window gives");
  }

  @Override
  public Set<String> settings() {
    return Set.of(
        "tipoFigura",
        "patenteAduanal",
        "correoElectronico",
        "rfcConsulta",
        "firmaElectronica",
        "soapEnvelope");
  }

  @Override
  public Set<String> requiredSettings() {
    return Set.of("correoElectronico");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(UNIT_MAP);
  }

  @Override
  protected byte[] write(ItemDeclaration item, EncodeContext context, LossList losses) {
    var view = context.view();
    var xml = XmlDocument.utf8(4000);
    boolean enveloped = isOn(view, "soapEnvelope", true);
    xml.raw(enveloped ? ENVELOPE + "<" + REQUEST + ">" : "<" + REQUEST + NAMESPACE + ">");
    xml.open("oxml:comprobantes");
    xml.raw(isOn(view, "firmaElectronica", false) ? "<oxml:firmaElectronica/>" : "");
    xml.element("oxml:tipoOperacion", "TOCE.IMP");
    xml.text("oxml:patenteAduanal", view.setting("patenteAduanal"));
    xml.element("oxml:fechaExpedicion", issuedOn(item, context, losses));
    xml.element("oxml:tipoFigura", view.setting("tipoFigura", "5"));
    xml.element("oxml:correoElectronico", view.setting("correoElectronico"));
    xml.text("oxml:observaciones", item.comments());
    xml.element("oxml:numeroFacturaOriginal", item.itemId());
    xml.text("oxml:rfcConsulta", view.setting("rfcConsulta"));
    xml.raw("<oxml:factura><oxml:certificadoOrigen>0</oxml:certificadoOrigen>");
    xml.raw("<oxml:subdivision>0</oxml:subdivision></oxml:factura>");
    var parties = new CovePartyWriter(xml, losses);
    parties.write("oxml:emisor", item.sender(), "/sender");
    parties.write("oxml:destinatario", item.recipient(), "/recipient");
    for (int i = 0; i < item.contents().size(); i++) {
      goods(xml, item.contents().get(i), i, context, losses);
    }
    xml.close("oxml:comprobantes").close(REQUEST);
    return (enveloped ? xml.raw(ENVELOPE_END) : xml).bytes();
  }

  private static boolean isOn(ProfileView view, String key, boolean otherwise) {
    return Boolean.parseBoolean(view.setting(key, Boolean.toString(otherwise)));
  }

  /** The day of posting, else that of the document, which is a stand-in. */
  private static String issuedOn(ItemDeclaration item, EncodeContext context, LossList losses) {
    try {
      if (item.postingDateTime() != null) {
        return Rfc3339.parse(item.postingDateTime()).toLocalDate().toString();
      }
    } catch (DateTimeParseException e) {
      losses.noTarget("/postingDateTime", "", "RFC 3339 with offset");
    }
    losses.assumed("/postingDateTime", "", "a time of posting; sent as the document's date");
    return context.at().atZone(context.view().zone()).toLocalDate().toString();
  }

  private static void goods(
      XmlDocument xml, ContentPiece piece, int index, EncodeContext context, LossList losses) {
    var base = "/contents/" + index;
    if (piece.description() == null || piece.description().isBlank()) {
      losses.needs(base, "/description", "a description");
    }
    if (piece.quantity() == null || piece.quantity() < 1) {
      losses.needs(base, "/quantity", "a quantity from 1");
      return;
    }
    if (piece.value() == null || !"USD".equals(piece.value().currencyCode())) {
      losses.needs(base, "/value", "a value in USD: the rate of another currency is not known");
      return;
    }
    var value =
        losses.decimal(piece.value().amount(), 12, 2, RoundingMode.HALF_UP, base, "/value/amount");
    xml.open("oxml:mercancias");
    xml.element(
        "oxml:descripcionGenerica", losses.clean(piece.description(), base, "/description"));
    xml.text("oxml:secuencial", piece.sequence() == null ? null : piece.sequence().toString());
    xml.element("oxml:claveUnidadMedida", unit(piece, base, context, losses));
    xml.element("oxml:tipoMoneda", "USD");
    xml.element("oxml:cantidad", piece.quantity().toString());
    amounts(xml, value.orElse(BigDecimal.ZERO), piece.quantity());
    xml.close("oxml:mercancias");
  }

  private static void amounts(XmlDocument xml, BigDecimal value, int quantity) {
    var one = value.divide(BigDecimal.valueOf(quantity), 6, RoundingMode.HALF_UP);
    xml.element("oxml:valorUnitario", one.toPlainString());
    xml.element("oxml:valorTotal", value.toPlainString());
    xml.element("oxml:valorDolares", value.toPlainString());
  }

  private static String unit(
      ContentPiece piece, String base, EncodeContext context, LossList losses) {
    var unit = piece.quantityUnitCode() == null ? "H87" : piece.quantityUnitCode();
    var code = context.view().code(UNIT_MAP, unit);
    if (code.isEmpty()) {
      losses.assumed(
          base, "/quantityUnitCode", "a unit of the map " + UNIT_MAP + "; sent as it is");
    }
    return code.orElse(unit);
  }
}
