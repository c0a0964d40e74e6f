package org.chasqui.codec.upu.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.LossList;
import org.chasqui.message.Location;

/** One element of a view with what stands in it, by local names whatever the namespace. */
final class CdsElement {
  private static final int MOST_CHILDREN = 2000;
  private static final int MOST_TEXT = 4000;

  private final String xpath;
  private final Map<String, List<CdsElement>> children = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();
  private int count;

  private CdsElement(String xpath) {
    this.xpath = xpath;
  }

  /** Reads the element at whose start the reader stands, to its end. */
  static CdsElement read(XMLStreamReader xml, String xpath) throws XMLStreamException {
    var element = new CdsElement(xpath);
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> element.child(xml);
        case XMLStreamConstants.END_ELEMENT -> {
          return element;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (element.text.length() < MOST_TEXT) {
            element.text.append(xml.getText());
          }
        }
        default -> {
          continue;
        }
      }
    }
    return element;
  }

  /** Elements beyond what any view needs are passed over. */
  private void child(XMLStreamReader xml) throws XMLStreamException {
    var name = xml.getLocalName();
    var list = children.computeIfAbsent(name, any -> new ArrayList<>(1));
    var child =
        read(xml, xpath + "/" + name + (list.isEmpty() ? "" : "[" + (list.size() + 1) + "]"));
    if (count++ < MOST_CHILDREN) {
      list.add(child);
    }
  }

  /** The first child of a name; empty itself when there is none. */
  CdsElement at(String name) {
    var list = children.get(name);
    return list == null || list.isEmpty() ? new CdsElement(xpath + "/" + name) : list.getFirst();
  }

  /** All children of a name. */
  List<CdsElement> all(String name) {
    return children.getOrDefault(name, List.of());
  }

  /** The text of a child, or null. */
  String text(String name) {
    var found = at(name).text();
    return found.isEmpty() ? null : found;
  }

  /** The same, cut to a length. */
  String text(String name, int most) {
    var found = text(name);
    return found == null ? null : LossList.head(found, most);
  }

  String text() {
    return text.toString().strip();
  }

  /** True when children of other names stand in it. */
  boolean holdsMoreThan(String name) {
    return children.keySet().stream().anyMatch(child -> !child.equals(name));
  }

  boolean isEmpty() {
    return children.isEmpty() && text().isEmpty();
  }

  Location location() {
    return new Location.AtXPath(xpath, null);
  }

  /** Names and values of the fields that the service does not know; pairs only. */
  Map<String, String> extraFields() {
    var names = at("ExtraFieldNames").all("string");
    var values = at("ExtraFieldValues").all("string");
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      fields.put(names.get(i).text(), values.get(i).text());
    }
    return fields;
  }
}
