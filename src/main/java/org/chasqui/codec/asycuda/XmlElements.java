package org.chasqui.codec.asycuda;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements without a namespace; an absent text is an absent element. */
final class XmlElements {
  private static final WstxOutputFactory FACTORY = factory();

  /** Texts are cleaned before; this is for codes of a message that nobody checked. */
  private static WstxOutputFactory factory() {
    var factory = new WstxOutputFactory();
    factory.setProperty(
        WstxOutputProperties.P_OUTPUT_INVALID_CHAR_HANDLER,
        new InvalidCharHandler.ReplacingHandler(' '));
    return factory;
  }

  private final XMLStreamWriter xml;

  XmlElements(OutputStream out) throws XMLStreamException {
    this.xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
  }

  void start(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String name, String value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
  }

  void close() throws XMLStreamException {
    xml.close();
  }
}
