package org.chasqui.connector;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads and writes XML as a tree; without DTD and entities. */
final class XmlDocument {
  private static final DocumentBuilderFactory FACTORY = factory();
  private static final ThreadLocal<DocumentBuilder> BUILDERS =
      ThreadLocal.withInitial(XmlDocument::builder);

  private XmlDocument() {}

  /** The tree; empty when the bytes are no well-formed XML. */
  static Optional<Document> read(byte[] bytes) {
    try {
      return Optional.of(BUILDERS.get().parse(new ByteArrayInputStream(bytes)));
    } catch (SAXException malformed) {
      return Optional.empty();
    } catch (IOException malformedEncoding) {
      return Optional.empty();
    }
  }

  /** A document or element in UTF-8, with or without XML declaration. */
  static byte[] write(Node node, boolean declaration) {
    var bytes = new ByteArrayOutputStream();
    if (node instanceof Document document) {
      // otherwise the declaration says that it is not
      document.setXmlStandalone(true);
    }
    try {
      var transformer = TransformerFactory.newDefaultInstance().newTransformer();
      transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, declaration ? "no" : "yes");
      transformer.transform(new DOMSource(node), new StreamResult(bytes));
    } catch (TransformerException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
    return bytes.toByteArray();
  }

  private static DocumentBuilder builder() {
    try {
      var builder = FACTORY.newDocumentBuilder();
      // the default handler prints faults to standard error
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static DocumentBuilderFactory factory() {
    try {
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setExpandEntityReferences(false);
      return factory;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser has these features", e);
    }
  }
}
