package org.chasqui.connector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.profile.Enrichment;
import org.chasqui.profile.Transport;

/** Asks services about items in SOAP 1.1, authenticated as the deliveries are. */
final class EnquiryClient {
  private final Transport transport;
  private final SessionClient session;

  EnquiryClient(Transport transport, SessionClient session) {
    this.transport = transport;
    this.session = session;
  }

  Enquiry ask(Enrichment service, Map<String, String> values) throws ConnectorException {
    var escaped = new HashMap<String, String>();
    values.forEach((name, value) -> escaped.put(name, XmlEscape.text(value)));
    var body =
        "<soap:Envelope xmlns:soap=\"%s\"><soap:Header/><soap:Body>%s</soap:Body></soap:Envelope>"
            .formatted(SoapWrapping.SOAP_11, service.body().fill(escaped));
    var headers = new LinkedHashMap<String, String>(transport.headers());
    headers.put("Content-Type", "text/xml; charset=utf-8");
    headers.put("SOAPAction", '"' + service.action() + '"');
    try {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      return meaning(service, session.post(service.path(), headers, bytes, service.timeout()));
    } catch (IOException noAnswer) {
      return new Enquiry.Unanswered();
    }
  }

  private static Enquiry meaning(Enrichment service, HttpAnswer answer) {
    var read =
        answer.isSuccess()
            ? AnswerBody.of(answer.body()).filter(AnswerBody.Xml.class::isInstance)
            : Optional.<AnswerBody>empty();
    if (read.isEmpty()) {
      return new Enquiry.Unanswered();
    }
    if (service.errors() != null && text(read.get(), service.errors()).isPresent()) {
      return new Enquiry.Refused();
    }
    return text(read.get(), service.answer())
        .<Enquiry>map(Enquiry.Told::new)
        .orElseGet(Enquiry.Unanswered::new);
  }

  private static Optional<String> text(AnswerBody body, String name) {
    return body.at("//*[local-name()='" + name + "']");
  }
}
