package org.chasqui.console.document;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Indented XML, each line with its XPath; entities and document types are not read. */
final class XmlLines {
  private static final XMLInputFactory FACTORY = factory();
  private final List<Line> lines = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  /** An element whose end was not seen yet. */
  private static final class Open {
    final String path;
    final String head;
    final String name;
    final Map<String, Integer> children = new HashMap<>();
    boolean written;

    Open(String path, String head, String name) {
      this.path = path;
      this.head = head;
      this.name = name;
    }
  }

  private XmlLines() {}

  /** The lines; of a document that is not well-formed those before the fault. */
  static List<Line> of(byte[] document) {
    var xml = new XmlLines();
    try {
      xml.read(FACTORY.createXMLStreamReader(new ByteArrayInputStream(document)));
    } catch (XMLStreamException e) {
      xml.lines.add(new Line(0, "⋯ " + firstLine(e.getMessage()), ""));
    }
    return xml.lines;
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> start(reader);
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> end();
        default -> {
          // comments, instructions and white space are not shown
        }
      }
    }
  }

  private void start(XMLStreamReader reader) {
    var parent = open.peek();
    if (parent != null && !parent.written) {
      lines.add(new Line(open.size() - 1, parent.head, parent.path));
      parent.written = true;
    }
    text.setLength(0);
    var local = reader.getLocalName();
    int index = parent == null ? 1 : parent.children.merge(local, 1, Integer::sum);
    var path = (parent == null ? "" : parent.path) + "/" + local + "[" + index + "]";
    var name = prefixed(reader.getPrefix(), local);
    open.push(new Open(path, head(reader, name), name));
  }

  private void end() {
    var element = open.pop();
    var depth = open.size();
    var close = "</" + element.name + ">";
    if (element.written) {
      lines.add(new Line(depth, close, ""));
    } else {
      lines.add(new Line(depth, element.head + text.toString().strip() + close, element.path));
    }
    text.setLength(0);
  }

  private static String head(XMLStreamReader reader, String name) {
    var head = new StringBuilder("<").append(name);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      head.append(' ')
          .append(prefixed(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)))
          .append("=\"")
          .append(reader.getAttributeValue(i))
          .append('"');
    }
    return head.append('>').toString();
  }

  private static String prefixed(String prefix, String local) {
    return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
  }

  private static String firstLine(String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }
}
