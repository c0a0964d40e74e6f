package org.chasqui.sandbox;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chasqui.profile.BodyTemplate;
import org.chasqui.profile.Enrichment;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Quota;
import org.w3c.dom.Element;

/**
 * The services of an administration that are asked about persons, in SOAP 1.1. The last digit of
 * the id tells the answer: 0 the quota is used up, 9 the person is not known, 8 the service fails;
 * with any other there is room. The elements around the answer are ours.
 */
final class EnquiryDesk {
  private final List<Enrichment> services;
  private final Map<String, Quota> quotas;

  EnquiryDesk(Profile profile) {
    this.services = profile.enrichments();
    this.quotas =
        profile.quotas().stream()
            .collect(Collectors.toMap(Quota::name, Function.identity(), (first, later) -> later));
  }

  /** The answer; empty when the call is for none of the services. */
  Optional<HubAnswer> answer(HubRequest request) {
    return services.stream()
        .filter(service -> path(service).equals(request.path()))
        .findFirst()
        .map(service -> answer(service, request));
  }

  private static String path(Enrichment service) {
    return service.path().startsWith("http")
        ? URI.create(service.path()).getPath()
        : service.path();
  }

  private HubAnswer answer(Enrichment service, HubRequest request) {
    var asked = HubXml.read(request.body()).map(envelope -> envelope.getDocumentElement());
    var question = asked.map(root -> HubXml.at(root, List.of("Body")));
    var operation = question.map(body -> HubXml.child(body, null));
    var id = question.map(body -> HubXml.at(body, identifier(service)));
    if (operation.isEmpty() || id.isEmpty() || !fitsAction(service, request)) {
      return SoapWire.fault("soap:Client", "not a question of this service", null);
    }
    var last = id.get().getTextContent().strip();
    return switch (last.isEmpty() ? '9' : last.charAt(last.length() - 1)) {
      case '8' -> SoapWire.fault("soap:Server", "out of service", null);
      case '9' -> answered(service, operation.get(), null, "persona desconocida");
      case '0' -> answered(service, operation.get(), usedUp(service), "");
      default -> answered(service, operation.get(), room(service), "");
    };
  }

  private static boolean fitsAction(Enrichment service, HubRequest request) {
    return ('"' + service.action() + '"').equals(request.header("SOAPAction"));
  }

  /** The way to the id, as the question of the profile shows it. */
  private static List<String> identifier(Enrichment service) {
    var shown = service.body().text().replace("{identifier}", "{text}");
    return BodyTemplate.of(shown).path();
  }

  private String usedUp(Enrichment service) {
    var items = quotas.get(service.quota()).items();
    return service.counts()
        ? String.valueOf(items == null ? 0 : items)
        : service.above().getFirst();
  }

  private static String room(Enrichment service) {
    return service.counts() ? "0" : service.within().getFirst();
  }

  private static HubAnswer answered(
      Enrichment service, Element operation, String value, String error) {
    var name = operation.getLocalName() + "Response";
    var namespace = operation.getNamespaceURI();
    var xml =
        new XmlText()
            .open("soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"")
            .open("soap:Body")
            .open(name + (namespace == null ? "" : " xmlns=\"" + namespace + '"'))
            .element(service.answer(), value)
            .element(service.errors() == null ? "Errors" : service.errors(), error)
            .close(name)
            .close("soap:Body")
            .close("soap:Envelope");
    return HubAnswer.of(200, "text/xml; charset=utf-8", xml.bytes());
  }
}
