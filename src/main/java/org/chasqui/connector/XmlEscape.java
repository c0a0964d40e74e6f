package org.chasqui.connector;

/** Texts as they stand in XML, in an element or in an attribute in quotes. */
final class XmlEscape {
  private XmlEscape() {}

  static String text(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
