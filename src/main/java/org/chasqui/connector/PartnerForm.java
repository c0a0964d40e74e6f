package org.chasqui.connector;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Location;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A form in which XML answers tell faults: an element for each, with code and words in it. */
enum PartnerForm {
  /** {@code ERRORES} of DIN: the document holds one item. */
  DIN("ERROR", "CODIGO", "GLOSA", "NUMCONOC");

  private final String fault;
  private final String code;
  private final String words;
  private final String item;

  PartnerForm(String fault, String code, String words, String item) {
    this.fault = fault;
    this.code = code;
    this.words = words;
    this.item = item;
  }

  /** The faults of this form in a document; none when it has another. */
  List<PartnerError> errors(Document document) {
    var errors = new ArrayList<PartnerError>();
    var found = document.getElementsByTagNameNS("*", fault);
    for (int i = 0; i < found.getLength(); i++) {
      var element = (Element) found.item(i);
      var itemId = first(document.getDocumentElement(), item);
      errors.add(
          new PartnerError(itemId, first(element, code), first(element, words), Location.WHOLE));
    }
    return errors;
  }

  private static String first(Element parent, String name) {
    var found = parent.getElementsByTagNameNS("*", name);
    var text = found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    return text.isEmpty() ? null : text;
  }
}
