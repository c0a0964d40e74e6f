package org.chasqui.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Writes a document in memory, element by element. An absent text is an absent element; what XML
 * 1.0 cannot hold becomes a blank, what the character set lacks a character reference. Names are
 * the format's own and stand as given.
 */
public final class XmlDocument {
  private final Charset charset;
  private final int lastCharacter;
  private final StringBuilder text;

  private XmlDocument(Charset charset, int lastCharacter, int size) {
    this.charset = charset;
    this.lastCharacter = lastCharacter;
    this.text = new StringBuilder(size);
  }

  /** In UTF-8, with its XML declaration. */
  public static XmlDocument utf8(int size) {
    var document = new XmlDocument(StandardCharsets.UTF_8, Character.MAX_CODE_POINT, size);
    return document.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** In ISO 8859-1, with its XML declaration. */
  public static XmlDocument latin1(int size) {
    var document = new XmlDocument(StandardCharsets.ISO_8859_1, 0xFF, size);
    return document.raw("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n");
  }

  /** Without XML declaration: a part of another document. */
  public static XmlDocument fragment(int size) {
    return new XmlDocument(StandardCharsets.UTF_8, Character.MAX_CODE_POINT, size);
  }

  /** Opens an element. */
  public XmlDocument open(String name) {
    text.append('<').append(name).append('>');
    return this;
  }

  /** Opens an element with attributes that are written already. */
  public XmlDocument open(String name, String attributes) {
    text.append('<').append(name).append(' ').append(attributes).append('>');
    return this;
  }

  /** Ends an element. */
  public XmlDocument close(String name) {
    text.append("</").append(name).append('>');
    return this;
  }

  /** An element with a text; none for null. */
  public XmlDocument text(String name, String value) {
    return value == null ? this : element(name, value);
  }

  /** An element that must stand there, empty for null. */
  public XmlDocument element(String name, String value) {
    if (value == null || value.isEmpty()) {
      text.append('<').append(name).append("/>");
      return this;
    }
    open(name);
    escaped(value);
    return close(name);
  }

  /** An attribute for {@link #open(String, String)}, with a blank before it; none for null. */
  public XmlDocument attribute(String name, String value) {
    if (value != null) {
      text.append(' ').append(name).append("=\"");
      escaped(value);
      text.append('"');
    }
    return this;
  }

  /** What is written already. */
  public XmlDocument raw(String written) {
    text.append(written);
    return this;
  }

  /** A text in the element that is open. */
  public XmlDocument escaped(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c > '>' && c < 0x7F || c == ' ' || c >= '\'' && c <= ';') {
        text.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        character(value.codePointAt(i++));
      } else {
        character(c);
      }
    }
    return this;
  }

  private void character(int c) {
    switch (c) {
      case '&' -> text.append("&amp;");
      case '<' -> text.append("&lt;");
      case '>' -> text.append("&gt;");
      case '"' -> text.append("&quot;");
      case '\t', '\n', '\r' -> reference(c);
      default -> {
        boolean none = c < ' ' || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF;
        if (none) {
          text.append(' ');
        } else if (c > lastCharacter || c >= 0x7F && c <= 0x9F) {
          reference(c);
        } else {
          text.appendCodePoint(c);
        }
      }
    }
  }

  private void reference(int c) {
    text.append("&#").append(c).append(';');
  }

  /** What is written so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** The document. */
  public byte[] bytes() {
    return text.toString().getBytes(charset);
  }
}
