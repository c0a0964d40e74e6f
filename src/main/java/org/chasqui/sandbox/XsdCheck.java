package org.chasqui.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Checks documents against an XSD and says which item each fault belongs to. Thread-safe. */
final class XsdCheck {
  private static final int MOST_FAULTS = 200;

  private final Schema schema;
  private final String itemElement;
  private final String idElement;

  private XsdCheck(Schema schema, String itemElement, String idElement) {
    this.schema = schema;
    this.itemElement = itemElement;
    this.idElement = idElement;
  }

  /**
   * Reads the schema.
   *
   * @param itemElement that holds one item
   * @param idElement whose first text in it is the item's id
   */
  static XsdCheck of(List<Path> files, String itemElement, String idElement) {
    try {
      var factory = SchemaFactory.newDefaultInstance();
      // schemas come from our own folder and may include one another, nothing from elsewhere
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      var sources =
          files.stream().map(file -> new StreamSource(file.toFile())).toArray(Source[]::new);
      return new XsdCheck(factory.newSchema(sources), itemElement, idElement);
    } catch (SAXException e) {
      throw new IllegalArgumentException("schema not usable: " + files, e);
    }
  }

  /** All faults, the first {@value #MOST_FAULTS} of them. */
  List<HubFormat.Fault> faults(byte[] document) {
    var watch = new Watch();
    try {
      var factory = SAXParserFactory.newDefaultNSInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setSchema(schema);
      factory.newSAXParser().parse(new InputSource(new ByteArrayInputStream(document)), watch);
    } catch (SAXException e) {
      watch.found.add(new HubFormat.Fault(null, null, "UNREADABLE", "not XML"));
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
    return watch.found;
  }

  /** Follows the parser: which item, which element. */
  private final class Watch extends DefaultHandler {
    private final List<HubFormat.Fault> found = new ArrayList<>();
    private final List<HubFormat.Fault> open = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String itemId;
    private boolean inItem;
    private String element = "";

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      element = name;
      text.setLength(0);
      if (name.equals(itemElement)) {
        inItem = true;
        itemId = null;
      }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
      text.append(chars, start, length);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      if (inItem && itemId == null && name.equals(idElement)) {
        itemId = text.toString().strip();
      }
      if (name.equals(itemElement)) {
        for (var fault : open) {
          found.add(new HubFormat.Fault(itemId, fault.place(), fault.code(), fault.text()));
        }
        open.clear();
        inItem = false;
      }
    }

    @Override
    public void error(SAXParseException fault) {
      if (found.size() + open.size() >= MOST_FAULTS) {
        return;
      }
      var message = fault.getMessage();
      int colon = message.indexOf(':');
      // the rest of the message quotes what was sent, which may be a name or an address
      var rule = colon > 0 ? message.substring(0, colon) : "schema";
      (inItem ? open : found)
          .add(
              new HubFormat.Fault(
                  null, element, rule, "not valid at line " + fault.getLineNumber()));
    }
  }
}
