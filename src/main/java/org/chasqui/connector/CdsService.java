package org.chasqui.connector;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chasqui.message.Location;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The SOAP customs declaration service as public clients show it (docs/formats/upu-cds.md): views
 * are stored by one operation and loaded, item by item, by another. What those clients leave open
 * is a setting. Instead of HTTP headers the token of the authentication stands in each call.
 */
final class CdsService implements Polled {
  private static final String LOAD_ORDER =
      "token,postalOrgCd,customsOrgCd,organizationTypeCd,id,flow,partnerPostalOrgCd,partCountryCd,"
          + "dtFrom,dtTo,zipFrom,zipTo,mailClassCd,recordsLimit,onlyWithoutResponse,"
          + "onlyWithDeclarationOrResponse";

  private final Settings settings;
  private final Settings proof;
  private final Secrets secrets;
  private final String address;
  private final String namespace;
  private final boolean polls;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * For one party.
   *
   * @param proof of the authentication: token and user
   * @param polls false where storing is all: decisions handed to a post
   */
  CdsService(Settings settings, Settings proof, Secrets secrets, String address, boolean polls) {
    proof.required("token");
    this.settings = settings;
    this.proof = proof;
    this.secrets = secrets;
    this.address = address;
    this.namespace = settings.get("namespace", "http://tempuri.org/");
    this.polls = polls;
  }

  @Override
  public Frame submission(byte[] document, String mediaType) throws ConnectorException {
    var operation = settings.get("storeOperation", otherwise());
    // the parameter of the token has another name in this operation
    var token = operation.equals("CreateOrUpdateResponses") ? "securityToken" : "token";
    return message(operation)
        .parameter(token, secrets.resolve(proof.required("token")))
        .parameter(document)
        .parameter("userCd", proof.get("user", null))
        .frame();
  }

  private String otherwise() {
    return polls ? "CreateOrUpdateDeclarations" : "CreateOrUpdateResponses";
  }

  /** What a post has declared and no customs has answered. */
  @Override
  public Optional<Frame> load() throws ConnectorException {
    return settings.get("loadEvery", null) == null ? Optional.empty() : Optional.of(load(null));
  }

  /** One item a call, in turn: the public clients show no list of ids. */
  @Override
  public Question question(String protocol, List<String> itemIds, Lookup lookup)
      throws ConnectorException {
    var item = itemIds.get(Math.floorMod(turn.getAndIncrement(), itemIds.size()));
    return new Question.ByFrame(load(item));
  }

  private Frame load(String item) throws ConnectorException {
    var load = message("Load");
    for (var name : settings.get("loadParameters", LOAD_ORDER).split(",")) {
      load.parameter(name.strip(), loadParameter(name.strip(), item));
    }
    return load.frame();
  }

  private String loadParameter(String name, String item) throws ConnectorException {
    return switch (name) {
      case "token" -> secrets.resolve(proof.required("token"));
      case "id" -> item;
      case "onlyWithoutResponse" -> Boolean.toString(item == null);
      case "onlyWithDeclarationOrResponse" -> "true";
      case "recordsLimit" -> settings.get(name, item == null ? "100" : "10");
      default -> settings.get(name, null);
    };
  }

  private SoapMessage message(String operation) {
    var base = settings.get("actionBase", namespace + "ICDSAPIService/");
    return new SoapMessage(operation, namespace, base + operation, address);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    if (!(body instanceof AnswerBody.Xml xml)) {
      return new Reading.TryAgain("the answer is no SOAP envelope", null);
    }
    return fault(xml)
        .orElseGet(
            () ->
                polls
                    ? new Reading.Submitted("")
                    : new Reading.Answered(new byte[0], null, List.of()));
  }

  @Override
  public Reading polled(String protocol, HttpAnswer answer, AnswerBody body) {
    if (!(body instanceof AnswerBody.Xml xml)) {
      return new Reading.TryAgain("the answer is no SOAP envelope", null);
    }
    return fault(xml)
        .orElseGet(
            () ->
                hasDecision(xml.document())
                    ? Decisions.in(answer, body)
                    : new Reading.StillWaiting());
  }

  @Override
  public Optional<Reading> failed(HttpAnswer answer, AnswerBody body) {
    return body instanceof AnswerBody.Xml xml ? fault(xml) : Optional.empty();
  }

  /** A service may keep an empty response with each declaration. */
  private static boolean hasDecision(Document document) {
    var codes = document.getElementsByTagNameNS("*", "DecisionCd");
    for (int i = 0; i < codes.getLength(); i++) {
      if (!codes.item(i).getTextContent().isBlank()) {
        return true;
      }
    }
    return false;
  }

  /** A fault of the sender is for good, any other may pass (SOAP 1.2 §5.4.6). */
  private static Optional<Reading> fault(AnswerBody.Xml xml) {
    var faults = xml.document().getElementsByTagNameNS("*", "Fault");
    if (faults.getLength() == 0) {
      return Optional.empty();
    }
    var fault = (Element) faults.item(0);
    var code = xml.at("//*[local-name()='Fault']/*[local-name()='Code']/*[1]").orElse("");
    if (!code.endsWith("Sender")) {
      return Optional.of(new Reading.TryAgain("the service failed: " + code, null));
    }
    var errors = PartnerErrors.in(xml);
    return Optional.of(PartnerErrors.refused(errors.isEmpty() ? List.of(whole(fault)) : errors));
  }

  private static PartnerError whole(Element fault) {
    var texts = fault.getElementsByTagNameNS("*", "Text");
    var text = texts.getLength() == 0 ? null : texts.item(0).getTextContent();
    return new PartnerError(null, "Fault", text, Location.WHOLE);
  }
}
