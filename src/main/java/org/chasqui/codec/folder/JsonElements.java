package org.chasqui.codec.folder;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.sf.saxon.om.NameChecker;
import org.chasqui.codec.LossList;

/**
 * JSON as elements, the one mapping that templates see (docs/formats/folder.md): a property is an
 * element of its name with its value as text or children; a list is the element repeated, each with
 * its {@code index}, counted from 0. What XML cannot hold becomes a blank.
 */
final class JsonElements {
  private static final String ODD_NAME = "property";
  private static final String INNER_LIST = "element";

  private final XMLStreamWriter xml;
  private final JsonParser json;
  private final List<String> replaced;
  private final LossList scratch = LossList.byPointer();

  /** {@code replaced} takes the JSON pointers of texts with characters that XML cannot hold. */
  JsonElements(XMLStreamWriter xml, JsonParser json, List<String> replaced) {
    this.xml = xml;
    this.json = json;
    this.replaced = replaced;
  }

  /** Writes the properties of the object at whose start the parser stands. */
  void properties() throws IOException, XMLStreamException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      value(name, -1);
    }
  }

  /** Writes the value at which the parser stands. */
  void value(String name, int index) throws IOException, XMLStreamException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      open(name, index);
      content();
      xml.writeEndElement();
      return;
    }
    if (index >= 0) {
      open(name, index);
      elements(INNER_LIST);
      xml.writeEndElement();
    } else {
      elements(name);
    }
  }

  private void elements(String name) throws IOException, XMLStreamException {
    for (int i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
      value(name, i);
    }
  }

  private void open(String name, int index) throws XMLStreamException {
    if (NameChecker.isValidNCName(name)) {
      xml.writeStartElement(name);
    } else {
      xml.writeStartElement(ODD_NAME);
      xml.writeAttribute("name", scratch.clean(name, "", ""));
    }
    if (index >= 0) {
      xml.writeAttribute("index", Integer.toString(index));
    }
  }

  private void content() throws IOException, XMLStreamException {
    switch (json.currentToken()) {
      case START_OBJECT -> properties();
      case VALUE_NULL -> xml.writeAttribute("null", "true");
      default -> {
        var text = json.getText();
        var clean = scratch.clean(text, "", "");
        if (!clean.equals(text)) {
          replaced.add(json.getParsingContext().pathAsPointer().toString());
        }
        xml.writeCharacters(clean);
      }
    }
  }
}
