package org.chasqui.codec;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a document in memory, element by element. An absent text is an absent element; what XML
 * 1.0 cannot hold becomes a blank, what the character set lacks a character reference. Names are
 * the format's own, in ASCII, and stand as given.
 */
public final class XmlDocument {
  /** Longest form of one character, a reference of seven digits. */
  private static final int LONGEST = 10;

  private final Charset charset;
  private final int lastCharacter;
  private byte[] bytes;
  private int size;

  private XmlDocument(Charset charset, int lastCharacter, int size) {
    this.charset = charset;
    this.lastCharacter = lastCharacter;
    this.bytes = new byte[Math.max(size, LONGEST)];
  }

  /** In UTF-8, with its XML declaration. */
  public static XmlDocument utf8(int size) {
    return fragment(size).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  }

  /** In ISO 8859-1, with its XML declaration. */
  public static XmlDocument latin1(int size) {
    var document = new XmlDocument(StandardCharsets.ISO_8859_1, 0xFF, size);
    return document.raw("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n");
  }

  /** In UTF-8, without XML declaration: a part of another document. */
  public static XmlDocument fragment(int size) {
    return new XmlDocument(StandardCharsets.UTF_8, Character.MAX_CODE_POINT, size);
  }

  /** Opens an element. */
  public XmlDocument open(String name) {
    return mark('<').ascii(name).mark('>');
  }

  /** Opens an element with attributes that are written already. */
  public XmlDocument open(String name, String attributes) {
    return mark('<').ascii(name).mark(' ').raw(attributes).mark('>');
  }

  /** Ends an element. */
  public XmlDocument close(String name) {
    return mark('<').mark('/').ascii(name).mark('>');
  }

  /** An element with a text; none for null. */
  public XmlDocument text(String name, String value) {
    return value == null ? this : element(name, value);
  }

  /** An element that must stand there, empty for null. */
  public XmlDocument element(String name, String value) {
    if (value == null || value.isEmpty()) {
      return mark('<').ascii(name).mark('/').mark('>');
    }
    return open(name).escaped(value).close(name);
  }

  /** An element whose text is another document, of the same character set. */
  public XmlDocument asText(String name, XmlDocument document) {
    return open(name).escaped(document).close(name);
  }

  /** An attribute for {@link #open(String, String)}, with a blank before it; none for null. */
  public XmlDocument attribute(String name, String value) {
    if (value != null) {
      mark(' ').ascii(name).mark('=').mark('"').escaped(value).mark('"');
    }
    return this;
  }

  /** What is written already. */
  public XmlDocument raw(String written) {
    var encoded = written.getBytes(charset);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
    return this;
  }

  /** A text in the element that is open. */
  public XmlDocument escaped(String value) {
    int length = value.length();
    room(length);
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (isPlain(c)) {
        bytes[size++] = (byte) c;
        continue;
      }
      room(LONGEST + length - i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        character(value.codePointAt(i++));
      } else {
        character(c);
      }
    }
    return this;
  }

  /** What is beyond ASCII in a document stands in it as the character set has it. */
  private XmlDocument escaped(XmlDocument document) {
    if (!document.charset.equals(charset)) {
      throw new IllegalArgumentException(document.charset + " within " + charset);
    }
    room(document.size);
    for (int i = 0; i < document.size; i++) {
      byte octet = document.bytes[i];
      if (octet < 0 || isPlain((char) octet)) {
        bytes[size++] = octet;
      } else {
        room(LONGEST + document.size - i);
        character(octet);
      }
    }
    return this;
  }

  /** What stands in a text as it is, in every character set. */
  private static boolean isPlain(char c) {
    return c > '>' && c < 0x7F || c == ' ' || c >= '\'' && c <= ';';
  }

  private void character(int c) {
    switch (c) {
      case '&' -> ascii("&amp;");
      case '<' -> ascii("&lt;");
      case '>' -> ascii("&gt;");
      case '"' -> ascii("&quot;");
      case '\t', '\n', '\r' -> reference(c);
      default -> {
        boolean none = c < ' ' || c == 0xFFFE || c == 0xFFFF || c >= 0xD800 && c <= 0xDFFF;
        if (none) {
          mark(' ');
        } else if (c > lastCharacter || c >= 0x7F && c <= 0x9F) {
          reference(c);
        } else {
          raw(Character.toString(c));
        }
      }
    }
  }

  private void reference(int c) {
    mark('&').mark('#').ascii(Integer.toString(c)).mark(';');
  }

  private XmlDocument ascii(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  private XmlDocument mark(char c) {
    room(1);
    bytes[size++] = (byte) c;
    return this;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  /** Bytes that are written so far. */
  public int size() {
    return size;
  }

  /** What is written so far. */
  @Override
  public String toString() {
    return new String(bytes, 0, size, charset);
  }

  /** The document. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
