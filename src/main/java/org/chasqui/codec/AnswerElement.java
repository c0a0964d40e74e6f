package org.chasqui.codec;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an answer with all that stands in it, by local names. Bounded: of a hostile answer
 * the first {@value #MOST_ELEMENTS} elements and {@value #MOST_CHARACTERS} characters a text are
 * kept.
 */
public final class AnswerElement {
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
      } else if (xml.isCharacters() && text.length() < MOST_CHARACTERS) {
        text.append(xml.getText());
      }
    }
    element.text = text.toString().strip();
    return element;
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
