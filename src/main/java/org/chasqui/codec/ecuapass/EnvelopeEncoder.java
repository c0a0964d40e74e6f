package org.chasqui.codec.ecuapass;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.LossList;
import org.chasqui.codec.SingleItemEncoder;
import org.chasqui.codec.XmlDocument;
import org.chasqui.message.ItemDeclaration;

/**
 * Writes one declaration as a SOAP 1.1 call whose single argument is the document as a text, and
 * whose header repeats what the document says of its sender.
 */
final class EnvelopeEncoder extends SingleItemEncoder {
  private static final String OPEN =
      "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\">"
          + "<SOAP-ENV:Header><ns0:Header xmlns:ns0=\"http://soapinterop.org/xsd\">";
  private static final String CLOSE = "</SOAP-ENV:Body></SOAP-ENV:Envelope>";
  private static final long NUMBERS = 100_000_000L;

  EnvelopeEncoder() {
    super(
        "ecuapass-envelope",
        "text/xml; charset=utf-8",
        EcuapassFields.LOSSES,
        "no correction of an import is public");
  }

  @Override
  public Set<String> settings() {
    return EcuapassSettings.KEYS;
  }

  @Override
  public Set<String> requiredSettings() {
    return EcuapassSettings.REQUIRED;
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(EcuapassSettings.IDENTIFICATION_MAP);
  }

  @Override
  protected byte[] write(ItemDeclaration item, EncodeContext context, LossList losses) {
    var settings = EcuapassSettings.of(context.view());
    var number = number(settings, item, context);
    var writer = new ItemWriter(settings, context.view(), losses);
    return envelope(settings, number, writer.write(item, number, time(context.at())));
  }

  /** Operator, year, eight digits, S: the digits are derived from the item id. */
  private static String number(
      EcuapassSettings settings, ItemDeclaration item, EncodeContext context) {
    var id = DecodeContext.stableId("ecuapass/" + item.itemId()).replace("-", "");
    long digits = Long.parseUnsignedLong(id.substring(17), 16) % NUMBERS;
    int year = context.at().atZone(context.view().zone()).getYear();
    return settings.operator() + year + (NUMBERS + digits + "").substring(1) + "S";
  }

  private static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static byte[] envelope(EcuapassSettings settings, String number, XmlDocument inner) {
    var xml = XmlDocument.utf8(inner.size() * 3 / 2 + 2000).raw(OPEN);
    xml.element("ns0:DclrCd", settings.operator());
    xml.element("ns0:DclrRuc", settings.taxNumber());
    xml.element("ns0:DclrSeCd", settings.operatorType());
    xml.element("ns0:DclrSeId", settings.operatorId());
    xml.element("ns0:DocPrcsType", "O");
    xml.element("ns0:RcsdEdocAfrCd", "004");
    xml.element("ns0:RcsdEdocAfrId", "002");
    xml.element("ns0:RcsdEdocTypeCd", settings.typeCode());
    xml.element("ns0:SmtNo", number);
    xml.element("ns0:UserId", settings.user());
    xml.raw("</ns0:Header></SOAP-ENV:Header><SOAP-ENV:Body>");
    var operation = "tns:" + settings.operation();
    xml.raw("<" + operation).attribute("xmlns:tns", settings.namespace()).raw(">");
    xml.asText("arg0", inner);
    return xml.raw("</" + operation + ">").raw(CLOSE).bytes();
  }
}
