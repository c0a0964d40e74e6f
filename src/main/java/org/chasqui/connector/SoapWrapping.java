package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.chasqui.profile.BodyTemplate;
import org.chasqui.profile.Transport;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * SOAP 1.1 or 1.2 around national documents. The profile shows the body with the place of the
 * document in it, and the same for answers; WS-Addressing headers are written when {@code
 * addressing} is true. A fault of the sender is for good, any other may pass (SOAP 1.2 §5.4.6, SOAP
 * 1.1 §4.4.1); one of WS-Security counts as a refused proof.
 */
final class SoapWrapping implements Wrapping {
  static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
  private static final Pattern DECLARATION = Pattern.compile("^\\uFEFF?\\s*<\\?xml[^>]*\\?>\\s*");

  private final boolean first;
  private final String action;
  private final boolean addressing;
  private final String to;
  private final BodyTemplate body;
  private final BodyTemplate answer;
  private final BodyTemplate pollAnswer;

  SoapWrapping(Transport transport, String path, Map<String, String> response) {
    var settings = new Settings("transport soap", transport.settings());
    this.first = "1.1".equals(settings.get("version", "1.1"));
    this.action = settings.get("action", "");
    this.addressing = Boolean.parseBoolean(settings.get("addressing", "false"));
    this.to = transport.address() + path;
    this.body = BodyTemplate.ofDocument(settings.required("body"));
    this.answer = BodyTemplate.ofDocument(settings.get("answer", BodyTemplate.PLAIN.text()));
    this.pollAnswer = BodyTemplate.ofDocument(response.getOrDefault("pollAnswer", answer.text()));
  }

  @Override
  public Frame submission(Frame document, Map<String, String> values) {
    var text = new String(document.body(), StandardCharsets.UTF_8);
    var plain = DECLARATION.matcher(text).replaceFirst("");
    var all = escaped(values);
    switch (body.place()) {
      case "document" -> all.put("document", plain);
      case "text" -> all.put("text", XmlEscape.text(text));
      default -> all.put("base64", Base64.getEncoder().encodeToString(document.body()));
    }
    return framed(body.fill(all), action, document.headers());
  }

  @Override
  public Frame question(Question.ByBody question, Map<String, String> values) {
    var all = escaped(values);
    all.putAll(escaped(question.values()));
    return framed(
        question.body().fill(all), question.action() == null ? "" : question.action(), Map.of());
  }

  private static Map<String, String> escaped(Map<String, String> values) {
    var escaped = new HashMap<String, String>();
    values.forEach((name, value) -> escaped.put(name, XmlEscape.text(value)));
    return escaped;
  }

  private Frame framed(String content, String operation, Map<String, String> given) {
    var envelope =
        "<soap:Envelope xmlns:soap=\"%s\"><soap:Header>%s</soap:Header><soap:Body>%s</soap:Body></soap:Envelope>"
            .formatted(first ? SOAP_11 : SOAP_12, addresses(operation), content);
    var headers = new LinkedHashMap<>(given);
    var mediaType = "application/soap+xml; charset=utf-8; action=\"" + operation + '"';
    if (first) {
      headers.put("SOAPAction", '"' + operation + '"');
      mediaType = "text/xml; charset=utf-8";
    }
    return new Frame(mediaType, headers, envelope.getBytes(StandardCharsets.UTF_8));
  }

  private String addresses(String operation) {
    return addressing
        ? "<a:Action xmlns:a=\"%1$s\">%2$s</a:Action><a:MessageID xmlns:a=\"%1$s\">urn:uuid:%3$s</a:MessageID><a:To xmlns:a=\"%1$s\">%4$s</a:To>"
            .formatted(ADDRESSING, XmlEscape.text(operation), UUID.randomUUID(), XmlEscape.text(to))
        : "";
  }

  @Override
  public Content content(HttpAnswer came, boolean polled) {
    var tree = XmlDocument.read(came.body());
    var root = tree.map(document -> document.getDocumentElement()).orElse(null);
    if (root == null || !"Envelope".equals(root.getLocalName())) {
      return came.isSuccess() && came.body().length > 0
          ? new Content.Fault(new Reading.TryAgain("the answer is no SOAP envelope", null))
          : new Content.Document(came);
    }
    var inside = child(root, "Body");
    var fault = inside == null ? null : child(inside, "Fault");
    if (fault != null) {
      return SoapFault.of(fault, came);
    }
    var document = document(inside, polled ? pollAnswer : answer);
    return document == null
        ? new Content.Fault(
            new Reading.TryAgain("the answer holds no document where the profile says", null))
        : new Content.Document(new HttpAnswer(came.status(), headers(came, document), document));
  }

  private static Map<String, List<String>> headers(HttpAnswer came, byte[] document) {
    var headers = new HashMap<>(came.headers());
    headers.keySet().removeIf("Content-Type"::equalsIgnoreCase);
    boolean json = document.length > 0 && (document[0] == '{' || document[0] == '[');
    headers.put("Content-Type", List.of(json ? "application/json" : "application/xml"));
    return headers;
  }

  /** The document; null when the way to it is not there. */
  private static byte[] document(Element inside, BodyTemplate template) {
    var at = inside;
    for (var step : template.path()) {
      at = at == null ? null : child(at, step);
    }
    if (at == null) {
      return null;
    }
    if (!template.place().equals("document")) {
      var text = at.getTextContent().strip();
      return template.place().equals("text")
          ? text.getBytes(StandardCharsets.UTF_8)
          : decoded(text);
    }
    var element = child(at, null);
    return element == null ? new byte[0] : XmlDocument.write(element, true);
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getMimeDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** The first child element with a local name, or whatever its name when that is null. */
  static Element child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element
          && (name == null || name.equals(element.getLocalName()))) {
        return element;
      }
    }
    return null;
  }
}
