package org.chasqui.connector;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profile;

/** How one party is called and what its answers mean, by its profile. Thread-safe. */
public final class Connector {
  private static final String ACCEPT = "application/json, application/xml;q=0.9, */*;q=0.1";

  private final Profile profile;
  private final Secrets secrets;
  private final AuthenticationModule authentication;
  private final String path;
  private final ResponseStrategy strategy;
  private final LoginClient logins;
  private final AnswerReader reader;
  private final Map<DocumentRule, Connector> documents = new ConcurrentHashMap<>();

  private Connector(
      Profile profile,
      Secrets secrets,
      LoginClient logins,
      AuthenticationModule authentication,
      String path,
      ResponseStrategy strategy) {
    this.profile = profile;
    this.secrets = secrets;
    this.logins = logins;
    this.authentication = authentication;
    this.path = path;
    this.strategy = strategy;
    this.reader = new AnswerReader(strategy);
  }

  /**
   * The connector of a party whose transport is {@code http}.
   *
   * @throws IllegalArgumentException when the profile names an unknown module or strategy, or lacks
   *     a setting
   */
  public static Connector of(Profile profile, Secrets secrets) {
    var logins = new LoginClient(profile.transport());
    return new Connector(
        profile,
        secrets,
        logins,
        Modules.authentication(profile.authentication(), secrets, logins),
        profile.transport().path(),
        Modules.response(profile, profile.response(), secrets));
  }

  /** The connector of one of the party's documents; all share the party's session. */
  public Connector of(DocumentRule document) {
    return document.path() == null && document.response() == null
        ? this
        : documents.computeIfAbsent(document, this::other);
  }

  private Connector other(DocumentRule document) {
    var response = document.response();
    return new Connector(
        profile,
        secrets,
        logins,
        authentication,
        document.path() == null ? path : document.path(),
        response == null ? strategy : Modules.response(profile, response, secrets));
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
    var headers = new LinkedHashMap<String, String>(transport.headers());
    var frame = strategy.submission(document, mediaType);
    headers.putAll(frame.headers());
    headers.put("Content-Type", frame.mediaType());
    headers.put("Accept", ACCEPT);
    headers.put("Idempotency-Key", idempotencyKey);
    headers.put("X-Chasqui-Reference", reference);
    return call(transport.method(), path, headers, frame.body());
  }

  /**
   * The call that asks what became of a submission.
   *
   * @param protocol of {@link Reading.Submitted}, or null when the strategy has none
   * @param itemIds of the delivery that are not decided yet
   */
  public HttpCall poll(String protocol, List<String> itemIds)
      throws IOException, ConnectorException {
    var frame = strategy.poll(protocol, itemIds);
    if (frame.isPresent()) {
      var headers = headersOfQuery();
      headers.put("Content-Type", frame.get().mediaType());
      var to = frame.get().path() == null ? path : frame.get().path();
      return call("POST", to, headers, frame.get().body());
    }
    var asked = strategy.pollPath(protocol, itemIds, this::lookUp);
    return call("GET", asked, headersOfQuery(), new byte[0]);
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
    authentication.authorise(headers);
    var answer = logins.post(path, headers, frame.get().body());
    authentication.observe(answer);
    var body = AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing());
    if (!answer.isSuccess() || !(body instanceof AnswerBody.Xml xml)) {
      throw new ConnectorException("the service failed: " + answer.status(), null);
    }
    return LoadedViews.in(xml);
  }

  /** What the answer to a submission means. */
  public Reading readSubmission(HttpAnswer answer) {
    authentication.observe(answer);
    return reader.submission(answer);
  }

  /**
   * What the answer to a poll means.
   *
   * @param protocol that the poll was made with
   */
  public Reading readPoll(String protocol, HttpAnswer answer) {
    authentication.observe(answer);
    return reader.poll(protocol, answer);
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
    var headers = headersOfQuery();
    authentication.authorise(headers);
    try {
      var answer = logins.get(at, headers);
      authentication.observe(answer);
      return answer;
    } catch (IOException e) {
      authentication.unanswered();
      throw e;
    }
  }

  private HttpCall call(String method, String to, Map<String, String> headers, byte[] body)
      throws IOException, ConnectorException {
    authentication.authorise(headers);
    var uri = URI.create(profile.transport().address() + to);
    return new HttpCall(method, uri, Map.copyOf(headers), body, timeout());
  }
}
