package org.chasqui.codec.wco;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chasqui.codec.LossList;
import org.chasqui.message.Mass;
import org.chasqui.message.Money;

/** Writes the elements of a declaration; an absent or blank text is an absent element. */
final class WcoXml {
  private static final WstxOutputFactory FACTORY = factory();
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final DateTimeFormatter PLAIN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  /** Texts are cleaned before; this is for codes of a message that nobody checked. */
  private static WstxOutputFactory factory() {
    var factory = new WstxOutputFactory();
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler(' '));
    return factory;
  }

  private final XMLStreamWriter xml;
  private final WcoSettings settings;
  private final LossList losses;

  WcoXml(OutputStream out, WcoSettings settings, LossList losses) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
    this.settings = settings;
    this.losses = losses;
  }

  void startDocument() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("md", settings.rootElement(), settings.metaDataNamespace());
    xml.writeNamespace("md", settings.metaDataNamespace());
    xml.writeNamespace("ds", settings.typesNamespace());
    xml.writeDefaultNamespace(settings.declarationNamespace());
  }

  void endDocument() throws XMLStreamException {
    xml.writeEndElement();
    xml.writeEndDocument();
    xml.close();
  }

  /** A header element of the envelope. */
  void metaData(String name, String value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement("md", name, settings.metaDataNamespace());
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
  }

  void start(String name) throws XMLStreamException {
    xml.writeStartElement(settings.declarationNamespace(), name);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** A code or number that needs no cutting. */
  void text(String name, String value) throws XMLStreamException {
    text(name, value, null, null);
  }

  void text(String name, String value, String attribute, String attributeValue)
      throws XMLStreamException {
    if (value == null || value.isBlank()) {
      return;
    }
    start(name);
    if (attributeValue != null) {
      xml.writeAttribute(attribute, attributeValue);
    }
    xml.writeCharacters(value);
    end();
  }

  /** A text on one line, cut at the length of its element. */
  void cut(String name, String value, int max, String xpath, String pointer)
      throws XMLStreamException {
    text(name, fit(value, max, xpath, pointer));
  }

  String fit(String value, int max, String xpath, String pointer) {
    return value == null ? null : losses.text(oneLine(value), max, xpath, pointer);
  }

  private static String oneLine(String value) {
    return value.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
  }

  void amount(String name, Money money, String xpath, String pointer) throws XMLStreamException {
    if (money != null) {
      var amount = losses.decimal(money.amount(), 13, 3, RoundingMode.HALF_UP, xpath, pointer);
      text(name, plain(amount.orElse(null)), "currencyID", money.currencyCode());
    }
  }

  void mass(String name, Mass mass, String xpath, String pointer) throws XMLStreamException {
    if (mass != null) {
      var value = losses.decimal(mass.value(), 10, 6, RoundingMode.HALF_UP, xpath, pointer);
      text(name, plain(value.orElse(null)), "unitCode", mass.unitCode());
    }
  }

  /**
   * A date in the form of the profile: 202 in local time, or 304 of UNTDID 2379, local with the
   * hours of its offset.
   */
  void dateTime(String name, OffsetDateTime time, ZoneId zone) throws XMLStreamException {
    start(name);
    xml.writeStartElement("ds", "DateTimeString", settings.typesNamespace());
    xml.writeAttribute("formatCode", settings.plainDates() ? "202" : "304");
    xml.writeCharacters(
        settings.plainDates() ? PLAIN.format(time.atZoneSameInstant(zone)) : stamp(time));
    xml.writeEndElement();
    end();
  }

  private static String stamp(OffsetDateTime time) {
    int seconds = time.getOffset().getTotalSeconds();
    if (seconds == 0 || seconds % 3600 != 0) {
      return STAMP.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
    }
    int hours = seconds / 3600;
    return STAMP.format(time)
        + (hours < 0 ? "-" : "+")
        + (Math.abs(hours) < 10 ? "0" : "")
        + Math.abs(hours);
  }

  private static String plain(BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
