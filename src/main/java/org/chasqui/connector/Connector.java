package org.chasqui.connector;

import static org.chasqui.connector.ConnectorException.Kind.UNANSWERED;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Enrichment;
import org.chasqui.profile.Profile;
import org.chasqui.profile.Response;

/** How one party is called and what its answers mean, by its profile. Thread-safe. */
public final class Connector {
  private static final String ACCEPT = "application/json, application/xml;q=0.9, */*;q=0.1";

  private final Profile profile;
  private final Secrets secrets;
  private final Tls tls;
  private final AuthenticationModule authentication;
  private final String path;
  private final ResponseStrategy strategy;
  private final Wrapping wrapping;
  private final SessionClient session;
  private final Map<DocumentRule, Connector> documents = new ConcurrentHashMap<>();

  private Connector(Profile profile, Secrets secrets, Tickets tickets) {
    this.profile = profile;
    this.secrets = secrets;
    this.tls = new Tls(profile.transport(), secrets);
    var logins = new LoginClient(profile.transport(), tls);
    this.authentication =
        Modules.authentication(profile.authentication(), secrets, logins, tickets);
    this.session = new SessionClient(authentication, logins);
    tls.key(authentication.key());
    this.path = profile.transport().path();
    this.strategy = Modules.response(profile, profile.response(), secrets);
    this.wrapping = wrapping(profile.response());
  }

  /** One of the party's documents, in the session of the party. */
  private Connector(Connector party, DocumentRule document) {
    this.profile = party.profile;
    this.secrets = party.secrets;
    this.tls = party.tls;
    this.session = party.session;
    this.authentication = party.authentication;
    this.path = document.path() == null ? party.path : document.path();
    var response = document.response() == null ? profile.response() : document.response();
    this.strategy = Modules.response(profile, response, secrets);
    this.wrapping = wrapping(response);
  }

  private Wrapping wrapping(Response response) {
    return "soap".equals(profile.transport().kind())
        ? new SoapWrapping(profile.transport(), path, response.settings())
        : new Wrapping.None();
  }

  /**
   * The connector of a party that is reached by the gateway.
   *
   * @throws IllegalArgumentException when the profile names an unknown module or strategy, or lacks
   *     a setting
   */
  public static Connector of(Profile profile, Secrets secrets) {
    return of(profile, secrets, Tickets.NONE);
  }

  /** The same with login tickets that are kept. */
  public static Connector of(Profile profile, Secrets secrets, Tickets tickets) {
    return new Connector(profile, secrets, tickets);
  }

  /** True when it was made of this profile as it is. */
  public boolean isOf(Profile other) {
    return profile == other;
  }

  /** The connector of one of the party's documents; all share the party's session. */
  public Connector of(DocumentRule document) {
    return document.path() == null && document.response() == null
        ? this
        : documents.computeIfAbsent(document, rule -> new Connector(this, rule));
  }

  /**
   * The call that submits a document, authorised.
   *
   * @param reference of the delivery, for people
   * @param idempotencyKey the same over all attempts of a delivery
   * @throws IOException when the login could not be made
   * @throws ConnectorException when the login was refused or a secret is missing
   */
  public HttpCall submission(
      byte[] document, String mediaType, String reference, String idempotencyKey)
      throws IOException, ConnectorException {
    var transport = profile.transport();
    var frame = strategy.submission(authentication.sign(document), mediaType);
    var headers = new LinkedHashMap<String, String>(transport.headers());
    headers.put("Accept", ACCEPT);
    headers.put("Idempotency-Key", idempotencyKey);
    headers.put("X-Chasqui-Reference", reference);
    return call(
        transport.method(),
        path,
        headers,
        sealed(wrapping.submission(frame, authentication.values())));
  }

  /** The document of a delivery as it leaves where no call carries it: signed when need be. */
  public byte[] signed(byte[] document) throws ConnectorException {
    return authentication.sign(document);
  }

  /** True when the hub is asked what became of a delivery. */
  public boolean polls() {
    return strategy instanceof Polled;
  }

  /**
   * The call that asks what became of a submission.
   *
   * @param protocol of {@link Reading.Submitted}, or null when the strategy has none
   * @param itemIds of the delivery that are not decided yet
   * @throws ConnectorException also when the profile has been changed to a strategy without polls
   */
  public HttpCall poll(String protocol, List<String> itemIds)
      throws IOException, ConnectorException {
    if (!(strategy instanceof Polled polled)) {
      throw new ConnectorException(
          ConnectorException.Kind.SETTINGS, "the profile does not say how to ask for an answer");
    }
    var headers = headersOfQuery();
    return switch (polled.question(protocol, itemIds, this::lookUp)) {
      case Question.ByPath byPath -> call("GET", byPath.path(), headers, Frame.none());
      case Question.ByFrame byFrame ->
          call("POST", byFrame.path() == null ? path : byFrame.path(), headers, byFrame.frame());
      case Question.ByBody byBody ->
          call(
              "POST",
              byBody.path(),
              headers,
              sealed(wrapping.question(byBody, authentication.values())));
    };
  }

  /** The frame with what the authentication adds to its envelope. */
  private Frame sealed(Frame frame) throws ConnectorException {
    if (!authentication.seals()) {
      return frame;
    }
    var envelope =
        XmlDocument.read(frame.body())
            .orElseThrow(
                () ->
                    new ConnectorException(
                        ConnectorException.Kind.DOCUMENT, "the document is not well-formed"));
    authentication.seal(envelope);
    return new Frame(frame.mediaType(), frame.headers(), XmlDocument.write(envelope, true));
  }

  /**
   * Asks for the items that wait at the partner; none where the strategy asks for none.
   *
   * @throws ConnectorException when the partner refuses or fails
   */
  public List<LoadedView> load() throws IOException, ConnectorException {
    var frame = strategy.load();
    if (frame.isEmpty()) {
      return List.of();
    }
    var headers = headersOfQuery();
    headers.put("Content-Type", frame.get().mediaType());
    var answer = session.post(path, headers, frame.get().body(), timeout());
    var body = AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing());
    if (!answer.isSuccess() || !(body instanceof AnswerBody.Xml xml)) {
      throw new ConnectorException(UNANSWERED, "the service failed: " + answer.status());
    }
    return LoadedViews.in(xml);
  }

  /**
   * Asks a service about an item.
   *
   * @param values of the places in its body
   * @throws ConnectorException when the login was refused or a secret is missing
   */
  public Enquiry enquire(Enrichment service, Map<String, String> values) throws ConnectorException {
    return new EnquiryClient(profile.transport(), session).ask(service, values);
  }

  /** What the answer to a submission means. */
  public Reading readSubmission(HttpAnswer answer) {
    return switch (wrapping.content(answer, false)) {
      case Wrapping.Content.Document document ->
          AnswerReader.submission(
              strategy, document.answer(), authentication.observe(document.answer()));
      case Wrapping.Content.Fault fault -> told(answer, fault);
    };
  }

  /**
   * What the answer to a poll means.
   *
   * @param protocol that the poll was made with
   */
  public Reading readPoll(String protocol, HttpAnswer answer) {
    if (!(strategy instanceof Polled polled)) {
      authentication.observe(answer);
      return new Reading.StillWaiting();
    }
    return switch (wrapping.content(answer, true)) {
      case Wrapping.Content.Document document ->
          AnswerReader.poll(
              polled, protocol, document.answer(), authentication.observe(document.answer()));
      case Wrapping.Content.Fault fault -> told(answer, fault);
    };
  }

  /** True when an answer to a submission refuses the proof that came with it. */
  public boolean refusesProof(HttpAnswer answer) {
    return wrapping.content(answer, false) instanceof Wrapping.Content.Document document
        && Set.of(401, 403).contains(document.answer().status());
  }

  private Reading told(HttpAnswer answer, Wrapping.Content.Fault fault) {
    authentication.observe(answer);
    return fault.reading();
  }

  /**
   * Tells that a call got no answer (connection broken, timeout). Needed where the session allows
   * one call at a time, so that the next need not wait for the timeout.
   */
  public void unanswered() {
    authentication.unanswered();
  }

  /** How long one call may take. */
  public Duration timeout() {
    return profile.transport().timeout();
  }

  private Map<String, String> headersOfQuery() {
    var headers = new LinkedHashMap<String, String>(profile.transport().headers());
    headers.put("Accept", ACCEPT);
    return headers;
  }

  private HttpAnswer lookUp(String at) throws IOException, ConnectorException {
    return session.get(at, headersOfQuery());
  }

  private HttpCall call(String method, String to, Map<String, String> headers, Frame frame)
      throws IOException, ConnectorException {
    headers.putAll(frame.headers());
    if (frame.mediaType() != null) {
      headers.put("Content-Type", frame.mediaType());
    }
    authentication.authorise(headers);
    var uri = URI.create(profile.transport().address() + to);
    return new HttpCall(method, uri, Map.copyOf(headers), frame.body(), timeout());
  }

  /**
   * What the SFTP server of this party is told and must show; secrets are read anew each time.
   *
   * @throws IllegalArgumentException when the profile names no such server
   */
  public SshAccess ssh() throws ConnectorException {
    var proof =
        profile.authentication().all().stream()
            .filter(module -> module.module().equals("ssh"))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no access to a server of files"));
    return SshAccess.of(
        new Settings(proof.module(), proof.settings()),
        new Settings("transport sftp", profile.transport().settings()),
        secrets);
  }

  /** TLS with this party; empty where the settings of the JDK do. */
  public Optional<SSLContext> tls() throws ConnectorException {
    return tls.isOwn() ? Optional.of(tls.context()) : Optional.empty();
  }
}
