package org.chasqui.connector;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * A call in SOAP 1.2 with the headers of WS-Addressing: the parameters of an operation, in the
 * order in which they are added. A parameter without a value is left out.
 */
final class SoapMessage {
  private static final String ENVELOPE = "http://www.w3.org/2003/05/soap-envelope";
  private static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";

  private final String operation;
  private final String action;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * Begins a call.
   *
   * @param namespace of the operation and its parameters
   * @param to address of the service
   */
  SoapMessage(String operation, String namespace, String action, String to) {
    this.operation = operation;
    this.action = action;
    add(
        "<s:Envelope xmlns:s=\"%s\" xmlns:a=\"%s\"><s:Header>".formatted(ENVELOPE, ADDRESSING)
            + "<a:Action s:mustUnderstand=\"1\">%s</a:Action>".formatted(XmlEscape.text(action))
            + "<a:MessageID>urn:uuid:%s</a:MessageID>".formatted(UUID.randomUUID())
            + "<a:To s:mustUnderstand=\"1\">%s</a:To>".formatted(XmlEscape.text(to))
            + "</s:Header><s:Body><%s xmlns=\"%s\">"
                .formatted(operation, XmlEscape.text(namespace)));
  }

  SoapMessage parameter(String name, String value) {
    if (value != null) {
      add("<%s>%s</%s>".formatted(name, XmlEscape.text(value), name));
    }
    return this;
  }

  /** A parameter that is written already, in UTF-8 and without XML declaration. */
  SoapMessage parameter(byte[] element) {
    body.writeBytes(element);
    return this;
  }

  Frame frame() {
    add("</%s></s:Body></s:Envelope>".formatted(operation));
    var mediaType = "application/soap+xml; charset=utf-8; action=\"" + action + '"';
    return new Frame(mediaType, Map.of(), body.toByteArray());
  }

  private void add(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
