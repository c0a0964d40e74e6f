package org.chasqui.sandbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Reads no more of a document than the ids of its items. */
final class QuickScan {
  private static final JsonFactory JSON = new JsonFactory();
  private static final XMLInputFactory XML = factory();

  private QuickScan() {}

  /** All texts of a property, wherever it stands outside other data of the event. */
  static HubFormat.Submission jsonTexts(byte[] document, String property) {
    var itemIds = new ArrayList<String>();
    try (var json = JSON.createParser(document)) {
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          field(json.currentName(), property, json, itemIds);
        }
      }
      return new HubFormat.Submission(itemIds, List.of(), null);
    } catch (JsonProcessingException e) {
      return unreadable("JSON");
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory cannot fail", e);
    }
  }

  private static void field(String name, String property, JsonParser json, List<String> itemIds)
      throws IOException {
    if (name.equals(property)) {
      json.nextToken();
      itemIds.add(json.getText());
    } else if (name.equals("data")) {
      json.nextToken();
      json.skipChildren();
    }
  }

  /** The texts of all elements at a path, given by the names of parent and element. */
  static HubFormat.Submission xmlTexts(byte[] document, String parent, String element) {
    var itemIds = new ArrayList<String>();
    try {
      var xml = XML.createXMLStreamReader(new ByteArrayInputStream(document));
      var last = "";
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          var name = xml.getLocalName();
          if (name.equals(element) && (parent == null || last.equals(parent))) {
            itemIds.add(xml.getElementText().strip());
          }
          last = name;
        }
      }
      return new HubFormat.Submission(itemIds, List.of(), null);
    } catch (XMLStreamException e) {
      return unreadable("XML");
    }
  }

  static HubFormat.Submission unreadable(String what) {
    return new HubFormat.Submission(
        List.of(), List.of(new HubFormat.Fault(null, null, "UNREADABLE", "not " + what)), null);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
