package org.chasqui.codec;

import com.ctc.wstx.api.InvalidCharHandler;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements by their names alone; an absent text is an absent element. */
public final class XmlElements {
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

  /** A part of a document. */
  public interface Part {
    /** Writes the part. */
    void write(XmlElements xml) throws XMLStreamException;
  }

  /** Writes a part into memory. */
  public static void write(ByteArrayOutputStream out, Part part) {
    try {
      var xml = new XmlElements(out);
      part.write(xml);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail and texts were cleaned", e);
    }
  }

  public XmlElements(OutputStream out) throws XMLStreamException {
    this.xml = writer(out);
  }

  /** Makes a writer in UTF-8; characters that XML cannot hold become blanks. */
  public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
    return FACTORY.createXMLStreamWriter(out, "UTF-8");
  }

  /** Opens an element. */
  public void start(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  /** Takes the element opened last out of the namespace that its document opened around it. */
  public void noNamespace() throws XMLStreamException {
    xml.writeDefaultNamespace("");
  }

  /** Ends the element that was opened last. */
  public void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  /** An element with a text; left out when the text is null. */
  public void text(String name, String value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
  }

  /** Writes out what is held back; the stream stays open. */
  public void close() throws XMLStreamException {
    xml.close();
  }
}
