package org.chasqui.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Finds the faults in a hub's answer, whichever of the known forms it has: {@code errors[]} of
 * problem details (RFC 9457, regional profile), {@code erros[]} and {@code RetornoDeErro} of
 * Siscomex (br-siscomex-remessa schemas), {@code Awcheck} of the ASYCUDA family (our own form),
 * {@code Error} with {@code Pointer} of a WCO Response (wco-and-canonical-model §1.6), and those of
 * {@link PartnerForm}.
 */
final class PartnerErrors {

  private PartnerErrors() {}

  /** All faults named in a body; empty when it names none. */
  static List<PartnerError> in(AnswerBody body) {
    return switch (body) {
      case AnswerBody.Nothing nothing -> List.of();
      case AnswerBody.Json json -> inJson(json.root());
      case AnswerBody.Xml xml -> inXml(xml.document());
    };
  }

  /** True for an ASYCUDA check that found the document invalid. */
  static boolean refuses(AnswerBody body) {
    return body instanceof AnswerBody.Xml xml
        && "Awcheck".equals(name(xml.document().getDocumentElement()))
        && "INVALID".equals(text(xml.document().getDocumentElement(), "Result"));
  }

  /** Refused for these faults. */
  static Reading refused(List<PartnerError> errors) {
    return new Reading.Refused(errors.stream().map(PartnerError::problem).toList(), items(errors));
  }

  /** The items that the faults name, each once, all refused. */
  static List<ItemAnswer> items(List<PartnerError> errors) {
    var byItem = new LinkedHashMap<String, List<Problem>>();
    for (var error : errors) {
      if (error.itemId() != null) {
        byItem.computeIfAbsent(error.itemId(), id -> new ArrayList<>()).add(error.problem());
      }
    }
    return byItem.entrySet().stream()
        .map(item -> new ItemAnswer(item.getKey(), false, null, List.copyOf(item.getValue())))
        .toList();
  }

  private static List<PartnerError> inJson(JsonNode root) {
    var errors = new ArrayList<PartnerError>();
    for (var error : root.path("errors")) {
      errors.add(
          new PartnerError(
              text(error, "itemId", "subject"),
              text(error, "sourceCode", "code"),
              text(error, "sourceText", "detail"),
              pointer(text(error, "pointer"))));
    }
    int at = 0;
    for (var error : root.path("erros")) {
      errors.add(
          new PartnerError(
              text(error, "numeroRemessa"),
              text(error, "codigoMensagem"),
              text(error, "mensagem"),
              new Location.AtPointer("/erros/" + at++)));
    }
    if (errors.isEmpty()) {
      inErrorReturn(root, errors);
    }
    return errors;
  }

  /** {@code RetornoDeErro}: one fault, or one in each {@code detail}; else title and detail. */
  private static void inErrorReturn(JsonNode root, List<PartnerError> errors) {
    for (var detail : root.path("detail")) {
      errors.add(errorReturn(detail));
    }
    if (errors.isEmpty() && text(root, "code", "message", "title") != null) {
      errors.add(errorReturn(root));
    }
  }

  private static PartnerError errorReturn(JsonNode error) {
    return new PartnerError(
        null,
        text(error, "code"),
        text(error, "message", "detail", "title"),
        pointer(text(error, "path", "field")));
  }

  private static List<PartnerError> inXml(Document document) {
    var errors = new ArrayList<PartnerError>();
    var found = document.getElementsByTagNameNS("*", "Error");
    for (int i = 0; i < found.getLength(); i++) {
      var error = (Element) found.item(i);
      var wco = pointers(error);
      errors.add(
          new PartnerError(
              itemOf(error),
              text(error, "ValidationCode"),
              first(text(error, "Text"), text(error, "Description")),
              xpath(text(error, "Path"), wco)));
    }
    for (var form : PartnerForm.values()) {
      errors.addAll(form.errors(document));
    }
    return errors;
  }

  /** The item of a fault, as the form of the answer names it. */
  private static String itemOf(Element error) {
    var item = first(text(error, "Bol_reference"), text(error, "Id"));
    return first(item, declarationOf(error));
  }

  private static Location xpath(String path, String wcoPointer) {
    if (path == null && wcoPointer == null) {
      return Location.WHOLE;
    }
    return new Location.AtXPath(path == null ? "/" : path, wcoPointer);
  }

  /** The list of Pointers as one string: {@code 42A/67A/68A[2]/23A/137}. */
  private static String pointers(Element error) {
    var path = new StringBuilder();
    for (var node = error.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element pointer && "Pointer".equals(name(pointer))) {
        append(path, text(pointer, "DocumentSectionCode"));
        var sequence = text(pointer, "SequenceNumeric");
        if (sequence != null) {
          path.append('[').append(sequence).append(']');
        }
        append(path, text(pointer, "TagID"));
      }
    }
    return path.isEmpty() ? null : path.toString();
  }

  private static void append(StringBuilder path, String step) {
    if (step != null) {
      path.append(path.isEmpty() ? "" : "/").append(step);
    }
  }

  /** The reference (D026) of the declaration in the Response that holds an Error. */
  private static String declarationOf(Element error) {
    if (!(error.getParentNode() instanceof Element response)) {
      return null;
    }
    for (var node = response.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element declaration && "Declaration".equals(name(declaration))) {
        return text(declaration, "FunctionalReferenceID");
      }
    }
    return null;
  }

  private static String name(Element element) {
    return element.getLocalName() == null ? element.getNodeName() : element.getLocalName();
  }

  private static String text(Element parent, String child) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && child.equals(name(element))) {
        var text = element.getTextContent().strip();
        return text.isEmpty() ? null : text;
      }
    }
    return null;
  }

  private static String text(JsonNode object, String... names) {
    for (var name : names) {
      var value = object.path(name);
      if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
        return value.asText();
      }
    }
    return null;
  }

  private static String first(String one, String other) {
    return one != null ? one : other;
  }

  private static Location pointer(String pointer) {
    return pointer == null ? Location.WHOLE : new Location.AtPointer(pointer);
  }
}
