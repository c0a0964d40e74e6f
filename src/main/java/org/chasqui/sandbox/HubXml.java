package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and walks the XML that a hub receives. */
final class HubXml {
  private HubXml() {}

  static Optional<Document> read(byte[] bytes) {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return Optional.of(builder.parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException malformed) {
      return Optional.empty();
    } catch (IOException malformedEncoding) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] write(Node node) {
    var bytes = new ByteArrayOutputStream();
    try {
      var transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
      transformer.transform(new DOMSource(node), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
    return bytes.toByteArray();
  }

  /** The first child element with a local name; any when it is null; null when there is none. */
  static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name == null || name.equals(element.getLocalName()))) {
        return element;
      }
    }
    return null;
  }

  /** The element that local names lead to, or null. */
  static Element at(Element from, Iterable<String> names) {
    var at = from;
    for (var name : names) {
      at = at == null ? null : child(at, name);
    }
    return at;
  }

  /** The text of the first element with a local name anywhere, or null. */
  static String text(Document document, String name) {
    var found = document.getElementsByTagNameNS("*", name);
    return found.getLength() == 0 ? null : found.item(0).getTextContent().strip();
  }
}
