package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.chasqui.codec.answer.AnswerElement;
import org.chasqui.codec.answer.AnswerXml;

/** Reads what was submitted in XML, for the rules that a schema cannot say. */
final class SubmittedXml {
  private static final XMLInputFactory XML = AnswerXml.factory();

  private SubmittedXml() {}

  /** An attribute of all elements with a local name, where they have it. */
  static List<String> attributes(byte[] document, String name, String attribute) {
    var found = new ArrayList<String>();
    try {
      var xml = XML.createXMLStreamReader(new ByteArrayInputStream(document));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
          var value = xml.getAttributeValue(null, attribute);
          if (value != null) {
            found.add(value);
          }
        }
      }
      return found;
    } catch (XMLStreamException e) {
      return found;
    }
  }

  /** All elements with a local name; empty when the document is not XML. */
  static Optional<List<AnswerElement>> all(byte[] document, String name) {
    var found = new ArrayList<AnswerElement>();
    try {
      var xml = XML.createXMLStreamReader(new ByteArrayInputStream(document));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
          found.add(AnswerElement.read(xml));
        }
      }
      return Optional.of(found);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }
}
