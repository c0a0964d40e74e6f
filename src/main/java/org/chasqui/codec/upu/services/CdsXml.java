package org.chasqui.codec.upu.services;

import java.io.OutputStream;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.chasqui.codec.XmlElements;

/** Writes the elements of views; an absent text is an absent element. */
final class CdsXml {
  /** Prefix of the types; bound where the views begin. */
  static final String TYPES = "c";

  /** Prefix of lists of strings. */
  static final String ARRAYS = "s";

  private final XMLStreamWriter xml;
  private final CdsSettings settings;

  CdsXml(OutputStream out, CdsSettings settings) throws XMLStreamException {
    this.xml = XmlElements.writer(out);
    this.settings = settings;
  }

  void start(String name) throws XMLStreamException {
    xml.writeStartElement(TYPES, name, settings.types());
  }

  void end() throws XMLStreamException {
    xml.writeEndElement();
  }

  void text(String name, String value) throws XMLStreamException {
    if (value != null && !value.isEmpty()) {
      start(name);
      xml.writeCharacters(value);
      end();
    }
  }

  /** The two lists in which the service keeps fields that it does not know. */
  void extraFields(Map<String, String> fields) throws XMLStreamException {
    if (!fields.isEmpty()) {
      strings("ExtraFieldNames", fields.keySet());
      strings("ExtraFieldValues", fields.values());
    }
  }

  private void strings(String name, Iterable<String> values) throws XMLStreamException {
    start(name);
    for (var value : values) {
      xml.writeStartElement(ARRAYS, "string", settings.arrays());
      xml.writeCharacters(value);
      end();
    }
    end();
  }

  void close() throws XMLStreamException {
    xml.close();
  }
}
