package org.chasqui.sandbox;

import java.nio.charset.StandardCharsets;

/** Writes small XML documents element by element. */
final class XmlText {
  private final StringBuilder text =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  XmlText open(String element) {
    text.append('<').append(element).append('>');
    return this;
  }

  /** Ends an element opened by its name, without attributes. */
  XmlText close(String element) {
    text.append("</").append(element).append('>');
    return this;
  }

  /** An element with text; left out when the text is null. */
  XmlText element(String element, String content) {
    return element(element, "", content);
  }

  /** The same with attributes as they are to stand. */
  XmlText element(String element, String attributes, String content) {
    if (content != null) {
      text.append('<').append(element).append(attributes).append('>');
      escape(content);
      close(element);
    }
    return this;
  }

  private void escape(String content) {
    for (int i = 0; i < content.length(); i++) {
      switch (content.charAt(i)) {
        case '&' -> text.append("&amp;");
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        default -> text.append(content.charAt(i));
      }
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
