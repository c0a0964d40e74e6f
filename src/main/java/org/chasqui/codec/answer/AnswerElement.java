package org.chasqui.codec.answer;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an answer with all that stands in it, by local names. Bounded: of a hostile answer
 * the first {@value #MOST_ELEMENTS} elements and {@value #MOST_CHARACTERS} characters a text are
 * kept.
 */
public final class AnswerElement {
  private static final XMLInputFactory XML = AnswerXml.factory();
  private static final int MOST_ELEMENTS = 5000;
  private static final int MOST_CHARACTERS = 60_000;

  private final String name;
  private final List<AnswerElement> children = new ArrayList<>();
  private String text = "";

  private AnswerElement(String name) {
    this.name = name;
  }

  /** Reads the element at whose start the reader stands, to its end. */
  public static AnswerElement read(XMLStreamReader xml) throws XMLStreamException {
    return read(xml, new int[] {MOST_ELEMENTS});
  }

  /** The root of a document that stands as a text in an answer; empty when it is not XML. */
  public static Optional<AnswerElement> parse(String document) {
    try {
      var xml = XML.createXMLStreamReader(new StringReader(document));
      AnswerElement root = null;
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          root = read(xml);
        }
      }
      return Optional.ofNullable(root);
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static AnswerElement read(XMLStreamReader xml, int[] room) throws XMLStreamException {
    var element = new AnswerElement(xml.getLocalName());
    var text = new StringBuilder();
    boolean open = true;
    while (open && xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        var child = read(xml, room);
        if (room[0]-- > 0) {
          element.children.add(child);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open = false;
      } else if (isText(event) && text.length() < MOST_CHARACTERS) {
        text.append(xml.getText());
      }
    }
    element.text = text.toString().strip();
    return element;
  }

  /** The reader itself calls a CDATA section no characters. */
  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA;
  }

  public String name() {
    return name;
  }

  /** Its own text; empty when it has none. */
  public String text() {
    return text;
  }

  /** The text at a path of names parted by {@code /}, first of each; null when it is not there. */
  public String text(String path) {
    for (var found : all(path)) {
      if (!found.text.isEmpty()) {
        return found.text;
      }
    }
    return null;
  }

  /** The elements in it, in order. */
  public List<AnswerElement> children() {
    return List.copyOf(children);
  }

  /** All elements at a path, in order. */
  public List<AnswerElement> all(String path) {
    var found = List.of(this);
    for (var step : path.split("/")) {
      found =
          found.stream()
              .flatMap(element -> element.children.stream())
              .filter(child -> child.name.equals(step))
              .toList();
    }
    return found;
  }
}
