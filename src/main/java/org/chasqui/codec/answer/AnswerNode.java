package org.chasqui.codec.answer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.chasqui.codec.LossList;

/**
 * What a national answer says of one item, as a small tree that XML and JSON give alike: an element
 * or property with its text or its parts. What is over the bounds is skipped.
 */
public final class AnswerNode {
  private static final int MOST_NODES = 5000;
  private static final int MOST_TEXT = 4000;
  private static final int DEEPEST = 16;
  private static final AnswerNode NOTHING = new AnswerNode("");

  private final String name;
  private final List<AnswerNode> parts = new ArrayList<>();
  private String text;

  private AnswerNode(String name) {
    this.name = name;
  }

  /** Reads the element at whose start the reader stands, to its end. */
  public static AnswerNode of(XMLStreamReader xml) throws XMLStreamException {
    return new XmlReading().node(xml, 0);
  }

  /** Reads the value on whose first token the parser stands, to its last. */
  public static AnswerNode of(JsonParser json) throws IOException {
    return new JsonReading().node("", json, 0);
  }

  /** The text of a part without parts of its own, stripped; null when there is none. */
  public String text(String part) {
    return part(part).text;
  }

  /** The first part of a name; one that has nothing in it when there is none. */
  public AnswerNode part(String part) {
    for (var node : parts) {
      if (node.name.equals(part)) {
        return node;
      }
    }
    return NOTHING;
  }

  /** The parts of a part: elements of an array, or of the element around them. */
  public List<AnswerNode> parts(String part) {
    return List.copyOf(part(part).parts);
  }

  private void close(CharSequence content) {
    var stripped = content.toString().strip();
    text = parts.isEmpty() && !stripped.isEmpty() ? stripped : null;
  }

  /** Counts what is kept of one answer. */
  private static class Bounds {
    private int nodes;

    boolean allow(int depth) {
      return depth < DEEPEST && nodes++ < MOST_NODES;
    }
  }

  private static final class XmlReading extends Bounds {
    AnswerNode node(XMLStreamReader xml, int depth) throws XMLStreamException {
      var node = new AnswerNode(xml.getLocalName());
      var content = new StringBuilder();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (allow(depth)) {
              node.parts.add(node(xml, depth + 1));
            } else {
              skip(xml);
            }
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(content, xml);
          case XMLStreamConstants.END_ELEMENT -> {
            node.close(content);
            return node;
          }
          default -> {
            continue;
          }
        }
      }
      return node;
    }

    private static void append(StringBuilder content, XMLStreamReader xml) {
      if (content.length() < MOST_TEXT) {
        content.append(xml.getText());
      }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
      for (int open = 1; open > 0 && xml.hasNext(); ) {
        int event = xml.next();
        open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
        open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
      }
    }
  }

  private static final class JsonReading extends Bounds {
    AnswerNode node(String name, JsonParser json, int depth) throws IOException {
      var node = new AnswerNode(name);
      if (json.currentToken() == JsonToken.START_OBJECT) {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          var field = json.currentName();
          json.nextToken();
          add(node, field, json, depth);
        }
      } else if (json.currentToken() == JsonToken.START_ARRAY) {
        for (var token = json.nextToken();
            token != null && token != JsonToken.END_ARRAY;
            token = json.nextToken()) {
          add(node, "", json, depth);
        }
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        node.close(LossList.head(json.getText(), MOST_TEXT));
      }
      return node;
    }

    private void add(AnswerNode to, String name, JsonParser json, int depth) throws IOException {
      if (allow(depth)) {
        to.parts.add(node(name, json, depth + 1));
      } else {
        json.skipChildren();
      }
    }
  }
}
