package org.chasqui.console.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One element with its attributes and contents, written with everything escaped. Scripts and styles
 * have no contents here: they are files, so that a strict content security policy holds.
 */
public final class Element {
  private static final Set<String> VOID =
      Set.of("area", "br", "col", "hr", "img", "input", "link", "meta", "wbr");
  private static final Set<String> FILES_ONLY = Set.of("script", "style");
  private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9-]*");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> contents = new ArrayList<>();

  private Element(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("no element is named " + name);
    }
    this.name = name;
  }

  /** An empty element. */
  public static Element el(String name) {
    return new Element(name);
  }

  /** An element with a text in it. */
  public static Element el(String name, String text) {
    return new Element(name).text(text);
  }

  /** An element of a class. */
  public static Element classed(String name, String cssClass) {
    return new Element(name).attr("class", cssClass);
  }

  /** Sets an attribute; null leaves it out, the empty string gives a bare one. */
  public Element attr(String attribute, String value) {
    if (!attribute.matches("[a-zA-Z][a-zA-Z0-9:-]*") || attribute.startsWith("on")) {
      throw new IllegalArgumentException("no attribute may be named " + attribute);
    }
    if (value != null) {
      attributes.put(attribute, value);
    }
    return this;
  }

  /** Adds a text; null adds nothing. */
  public Element text(String text) {
    if (text != null && !text.isEmpty()) {
      contents.add(text);
    }
    return this;
  }

  /** Adds elements in order; null ones are left out. */
  public Element add(Element... elements) {
    for (var element : elements) {
      if (element != null) {
        contents.add(element);
      }
    }
    return this;
  }

  /** Adds elements in order. */
  public Element addAll(List<Element> elements) {
    contents.addAll(elements);
    return this;
  }

  /** A whole document. */
  public String document() {
    var out = new StringBuilder(16_384).append("<!doctype html>\n");
    write(out);
    return out.append('\n').toString();
  }

  /** This element alone. */
  public String fragment() {
    var out = new StringBuilder(4_096);
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute);
          if (!value.isEmpty()) {
            escape(value, out.append("=\"")).append('"');
          }
        });
    out.append('>');
    if (VOID.contains(name)) {
      return;
    }
    writeContents(out);
    out.append("</").append(name).append('>');
  }

  private void writeContents(StringBuilder out) {
    if (FILES_ONLY.contains(name) && !contents.isEmpty()) {
      throw new IllegalStateException(name + " must name a file");
    }
    for (var content : contents) {
      if (content instanceof Element element) {
        element.write(out);
      } else {
        escape((String) content, out);
      }
    }
  }

  private static StringBuilder escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\uFFFD' : c);
      }
    }
    return out;
  }
}
