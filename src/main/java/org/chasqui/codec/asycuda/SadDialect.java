package org.chasqui.codec.asycuda;

/**
 * The dialects of the declaration that are seen in public files; an administration of another one
 * is another template (national-caribbean-central-america §4).
 */
enum SadDialect {
  /** ASYCUDA 4.2.1, by a file of Grenada of 2013. */
  GRENADA("421"),
  /** By a file of Jamaica of 2025 and a public template. */
  JAMAICA("jm");

  private static final XmlTemplate DOCUMENT = XmlTemplate.of("sad-document.xml");

  private final String token;
  private final XmlTemplate head;
  private final XmlTemplate line;

  SadDialect(String token) {
    this.token = token;
    this.head = XmlTemplate.of("sad-" + token + ".xml");
    this.line = XmlTemplate.of("sad-" + token + "-item.xml");
  }

  String codec() {
    return "asycuda-sad-" + token;
  }

  /** All but the goods items. */
  XmlTemplate head() {
    return head;
  }

  /** One attached document, the same in both. */
  XmlTemplate document() {
    return DOCUMENT;
  }

  /** One goods item. */
  XmlTemplate line() {
    return line;
  }
}
