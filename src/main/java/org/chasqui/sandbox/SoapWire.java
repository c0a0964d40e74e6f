package org.chasqui.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.profile.BodyTemplate;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Response;
import org.w3c.dom.Element;

/**
 * A SOAP service: takes documents out of envelopes at the place that the profile shows, and puts
 * answers into them. A question in an envelope is asked of the desk as the path {@code
 * /question/KIND/VALUE}; each response of the profile has a kind of its own.
 */
final class SoapWire implements HubWire {
  private static final String QUESTION = "/question/";
  private static final Pattern ASKED = Pattern.compile("\\{(?:protocol|items|item)}");
  private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

  private final String namespace;
  private final BodyTemplate body;
  private final BodyTemplate answer;
  private final List<Asked> questions;

  /**
   * A question that the profile shows.
   *
   * @param at where the desk is asked it, without the value
   * @param path local names of the elements that lead to the value
   * @param answer what stands around the answer
   */
  private record Asked(String at, List<String> path, BodyTemplate answer) {}

  SoapWire(Profile profile) {
    var settings = profile.transport().settings();
    this.namespace = "1.2".equals(settings.get("version")) ? SOAP_12 : SOAP_11;
    this.body = BodyTemplate.ofDocument(settings.get("body"));
    this.answer = BodyTemplate.ofDocument(settings.getOrDefault("answer", "{document}"));
    var rules = profile.format().rules().stream().map(DocumentRule::response);
    this.questions =
        Stream.concat(Stream.of(profile.response()), rules.filter(Objects::nonNull))
            .map(Response::settings)
            .filter(response -> response.containsKey("pollBody"))
            .map(this::question)
            .filter(question -> !question.path().isEmpty())
            .distinct()
            .toList();
  }

  private Asked question(Map<String, String> response) {
    var shown = response.get("pollBody");
    var place = ASKED.matcher(shown);
    // a value may be repeated, as in what is signed: it is read where it stands first
    var template = place.find() ? place.replaceFirst("{text}") : shown;
    var once = ASKED.matcher(template).replaceAll("");
    var around = response.getOrDefault("pollAnswer", answer.text());
    return new Asked(at(shown), BodyTemplate.of(once).path(), BodyTemplate.ofDocument(around));
  }

  private static String at(String pollBody) {
    return QUESTION + Integer.toHexString(pollBody.hashCode()) + "/";
  }

  /** Settings of the response with the paths by which questions come. */
  static Map<String, String> desk(Map<String, String> response) {
    if (!response.containsKey("pollBody")) {
      return response;
    }
    var settings = new HashMap<>(response);
    settings.put("pollPath", at(response.get("pollBody")) + "{protocol}");
    settings.put("statusPath", at(response.get("pollBody")) + "{items}");
    return settings;
  }

  @Override
  public Optional<HubRequest> open(HubRequest request) {
    var content =
        HubXml.read(request.body())
            .map(document -> document.getDocumentElement())
            .filter(root -> namespace.equals(root.getNamespaceURI()))
            .map(root -> HubXml.child(root, "Body"));
    return content.flatMap(
        inside ->
            asked(request, inside).or(() -> document(inside).map(bytes -> post(request, bytes))));
  }

  private Optional<HubRequest> asked(HubRequest request, Element inside) {
    for (var question : questions) {
      var found = HubXml.at(inside, question.path());
      if (found != null) {
        return Optional.of(get(request, question.at(), found.getTextContent()));
      }
    }
    return Optional.empty();
  }

  private Optional<byte[]> document(Element inside) {
    var at = HubXml.at(inside, body.path());
    if (at == null) {
      return Optional.empty();
    }
    return switch (body.place()) {
      case "document" -> Optional.ofNullable(HubXml.child(at, null)).map(HubXml::write);
      case "text" -> Optional.of(at.getTextContent().getBytes(StandardCharsets.UTF_8));
      default -> Optional.of(Base64.getMimeDecoder().decode(at.getTextContent()));
    };
  }

  private static HubRequest get(HubRequest request, String at, String value) {
    var path = at + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return new HubRequest("GET", path, request.headers(), new byte[0]);
  }

  private static HubRequest post(HubRequest request, byte[] document) {
    return new HubRequest(request.method(), request.target(), request.headers(), document);
  }

  @Override
  public HubAnswer close(HubAnswer from, HubRequest opened) {
    if (from.status() == 404) {
      return from;
    }
    var content = new String(from.body(), StandardCharsets.UTF_8);
    if (from.status() / 100 != 2) {
      return refused(from.status(), content);
    }
    var template =
        questions.stream()
            .filter(question -> opened.target().startsWith(question.at()))
            .map(Asked::answer)
            .findFirst()
            .orElse(answer);
    var filled =
        template.fill(
            switch (template.place()) {
              case "document" -> Map.of("document", plain(content));
              case "text" -> Map.of("text", escaped(content));
              default -> Map.of("base64", Base64.getEncoder().encodeToString(from.body()));
            });
    return HubAnswer.of(200, mediaType(), envelope(namespace, filled));
  }

  private HubAnswer refused(int status, String content) {
    boolean ours = status / 100 == 4 && status != 429;
    boolean first = namespace.equals(SOAP_11);
    var code =
        ours ? first ? "soap:Client" : "soap:Sender" : first ? "soap:Server" : "soap:Receiver";
    var told = status == 401 ? "wsse:FailedAuthentication" : code;
    var detail = content.startsWith("<") ? plain(content) : escaped(content);
    return first ? fault(told, "refused", detail) : fault12(told, detail);
  }

  private String mediaType() {
    return namespace.equals(SOAP_11) ? "text/xml" : "application/soap+xml";
  }

  private static String plain(String document) {
    return document.startsWith("<?xml") ? document.substring(document.indexOf("?>") + 2) : document;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static byte[] envelope(String namespace, String content) {
    return ("<soap:Envelope xmlns:soap=\""
            + namespace
            + "\"><soap:Body>"
            + content
            + "</soap:Body></soap:Envelope>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A fault of SOAP 1.1. */
  static HubAnswer fault(String code, String text, String detail) {
    var content =
        "<soap:Fault><faultcode xmlns:ns1=\"urn:x\" xmlns:wsse=\"urn:y\">%s</faultcode><faultstring>%s</faultstring>%s</soap:Fault>"
            .formatted(
                code, escaped(text), detail == null ? "" : "<detail>" + detail + "</detail>");
    return HubAnswer.of(500, "text/xml", envelope(SOAP_11, content));
  }

  private static HubAnswer fault12(String code, String detail) {
    var outer = code.startsWith("wsse:") ? "soap:Sender" : code;
    var sub =
        code.startsWith("wsse:")
            ? "<soap:Subcode><soap:Value xmlns:wsse=\"urn:y\">"
                + code
                + "</soap:Value></soap:Subcode>"
            : "";
    var content =
        "<soap:Fault><soap:Code><soap:Value>%s</soap:Value>%s</soap:Code><soap:Reason><soap:Text xml:lang=\"en\">refused</soap:Text></soap:Reason><soap:Detail>%s</soap:Detail></soap:Fault>"
            .formatted(outer, sub, detail);
    return HubAnswer.of(500, "application/soap+xml", envelope(SOAP_12, content));
  }
}
