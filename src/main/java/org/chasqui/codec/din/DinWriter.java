package org.chasqui.codec.din;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Rfc3339;

/**
 * Writes the document; the order of its blocks is the schema's. An element stands in the namespace
 * of the block around it, as in the published sample. Elements without a source are there all the
 * same, empty or zero: the schema lets none be left out.
 */
final class DinWriter {
  static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("ddMMuuuu");
  static final String NO_DATE = "00000000";
  static final String NO_AMOUNT = "0000000000.00";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");
  private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String VISTOS_BUENOS =
      "<e:VISTOSBUENOS><vs:VISTOBUENO><v:NUREGR>000000</v:NUREGR><v:ANOREG>0000</v:ANOREG>"
          + "<v:CODVISBUEN>0</v:CODVISBUEN><v:NUMREGLA>0000000000000</v:NUMREGLA>"
          + "<v:NUMANORES>0000</v:NUMANORES><v:CODULTVB>000</v:CODULTVB>"
          + "</vs:VISTOBUENO></e:VISTOSBUENOS>";
  private static final String ACCOUNTS =
      "<e:CUENTASYVALORES><cv:MON178>0000000000.00</cv:MON178><cv:MON191>0000000000.00</cv:MON191>"
          + "<cv:MON699>0000000000.00</cv:MON699><cv:MON199>0000000000.00</cv:MON199>"
          + "<cv:CUENTASGIRO>"
          + ("<gs:CUENTAGIRO><g:CTAOTRO>000</g:CTAOTRO><g:MONOTRO>0000000000.00</g:MONOTRO>"
                  + "</gs:CUENTAGIRO>")
              .repeat(8)
          + "</cv:CUENTASGIRO></e:CUENTASYVALORES>";

  private final DinSettings settings;
  private final EncodeContext context;
  private final LossList losses;
  private final ZonedDateTime at;
  private final XmlDocument xml = XmlDocument.utf8(12_000);

  DinWriter(DinSettings settings, EncodeContext context, LossList losses) {
    this.settings = settings;
    this.context = context;
    this.losses = losses;
    this.at = context.at().atZone(context.view().zone());
  }

  byte[] write(ItemDeclaration item) {
    var amounts = DinAmounts.of(item, losses);
    var root = settings.qualifiedRoot() ? "e:DIN" : "DIN";
    if (settings.envelope()) {
      xml.open("soapenv:Envelope", "xmlns:soapenv=\"" + ENVELOPE + "\"");
      xml.raw("<soapenv:Header/><soapenv:Body>");
    }
    xml.open(root, DinNamespaces.DECLARATIONS);
    xml.element("e:TIPOENVIO", "DIN");
    log();
    new HeadWriter(xml, settings, context, losses).write(item, amounts, at, postedOn(item));
    new LinesWriter(xml, context.view(), losses).write(item, amounts);
    xml.raw(VISTOS_BUENOS);
    packages(item);
    xml.raw(ACCOUNTS);
    if (settings.errorsBlock()) {
      xml.raw("<e:ERRORES><es:FECHAPROCESO/><es:ERROR><er:CODIGO/><er:GLOSA/></es:ERROR>");
      xml.close("e:ERRORES");
    }
    xml.close(root);
    if (settings.envelope()) {
      xml.raw("</soapenv:Body></soapenv:Envelope>");
    }
    return xml.bytes();
  }

  private void log() {
    xml.open("e:LOG");
    xml.element("l:SECUENCIA", "1");
    xml.element("l:ADUANA", settings.office());
    xml.element("l:SOBRE", context.reference());
    xml.element("l:FECHA", DATE.format(at));
    xml.element("l:HORA", TIME.format(at));
    xml.element("l:VAN", settings.network());
    xml.text("l:ORIGEN", settings.origin());
    xml.text("l:DESTINO", settings.destination());
    xml.close("e:LOG");
  }

  private String postedOn(ItemDeclaration item) {
    if (item.postingDateTime() == null) {
      return "";
    }
    try {
      return DATE.format(Rfc3339.parse(item.postingDateTime()));
    } catch (DateTimeParseException e) {
      losses.noTarget("/postingDateTime", "", "RFC 3339 with offset");
      return "";
    }
  }

  private void packages(ItemDeclaration item) {
    var receptacle = item.transport() == null ? null : item.transport().receptacleId();
    var marks = receptacle == null ? item.itemId() : item.itemId() + " " + receptacle;
    xml.open("e:BULTOS").element("bs:IDBULTOS", losses.clean(marks, "/transport", "/receptacleId"));
    xml.open("bs:BULTO");
    xml.element("b:DESTIPBUL", settings.packageName());
    xml.element("b:TPOBUL", settings.packageType());
    xml.element("b:CANTBUL", "000001");
    xml.close("bs:BULTO").close("e:BULTOS");
  }
}
