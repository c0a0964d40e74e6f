package org.chasqui.connector;

import static org.chasqui.connector.ConnectorException.Kind.UNANSWERED;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * OAuth 2.0 bearer tokens (RFC 6749): client credentials, §4.4, or password grant, §4.3. A token is
 * kept until shortly before it ends; an answer 401 drops it, so that the next call logs in anew.
 * The token endpoint is {@code tokenPath}, or what the {@code issuer} publishes (OpenID Connect
 * Discovery 1.0 §4).
 */
final class OAuth2 implements AuthenticationModule {
  private static final Duration DEFAULT_LIFE = Duration.ofMinutes(5);

  private final LoginClient logins;
  private final Settings settings;
  private final Grant grant;
  private final Kept<String> token = new Kept<>(this::logIn);

  private OAuth2(LoginClient logins, Settings settings, Grant grant) {
    if (settings.get("issuer", null) == null) {
      settings.required("tokenPath");
    }
    this.logins = logins;
    this.settings = settings;
    this.grant = grant;
  }

  /** Client credentials: the client proves itself with HTTP Basic, §2.3.1. */
  static OAuth2 client(Settings settings, Secrets secrets, LoginClient logins) {
    var id = settings.required("clientId");
    var secret = settings.required("clientSecret");
    var scope = settings.get("scope", null);
    return new OAuth2(
        logins,
        settings,
        (headers, form) -> {
          headers.put(
              "Authorization",
              Basic.header(encode(secrets.resolve(id)), encode(secrets.resolve(secret))));
          form.put("grant_type", "client_credentials");
          if (scope != null) {
            form.put("scope", scope);
          }
        });
  }

  /** Password grant of a public client: id, user and password in the form. */
  static OAuth2 password(Settings settings, Secrets secrets, LoginClient logins) {
    var id = settings.required("clientId");
    var user = settings.required("user");
    var password = settings.required("password");
    return new OAuth2(
        logins,
        settings,
        (headers, form) -> {
          form.put("grant_type", "password");
          form.put("client_id", secrets.resolve(id));
          form.put("username", secrets.resolve(user));
          form.put("password", secrets.resolve(password));
        });
  }

  @Override
  public void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    headers.put("Authorization", "Bearer " + token.get());
  }

  @Override
  public boolean observe(HttpAnswer answer) {
    return token.observe(answer);
  }

  private Kept.Grant<String> logIn() throws IOException, ConnectorException {
    var headers = new LinkedHashMap<String, String>();
    var form = new LinkedHashMap<String, String>();
    grant.fill(headers, form);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    var answer = logins.post(tokenPath(), headers, formText(form));
    if (!answer.isSuccess()) {
      throw ConnectorException.login(answer.status(), AnswerReader.after(answer));
    }
    var body = AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing());
    var granted =
        body instanceof AnswerBody.Json ? body.at("/access_token") : Optional.<String>empty();
    if (granted.isEmpty()) {
      throw new ConnectorException(UNANSWERED, "login answered without a token");
    }
    return new Kept.Grant<>(granted.get(), life(body));
  }

  private static Duration life(AnswerBody body) {
    return body.at("/expires_in")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(DEFAULT_LIFE);
  }

  /** The token endpoint of the profile, or the one that the issuer publishes. */
  private String tokenPath() throws IOException, ConnectorException {
    var issuer = settings.get("issuer", null);
    if (issuer == null) {
      return settings.required("tokenPath");
    }
    var answer = logins.get(issuer + "/.well-known/openid-configuration", Map.of());
    var body = AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing());
    var endpoint =
        answer.isSuccess() && body instanceof AnswerBody.Json
            ? body.at("/token_endpoint")
            : Optional.<String>empty();
    return endpoint.orElseThrow(
        () -> new ConnectorException(UNANSWERED, "the issuer names no token endpoint"));
  }

  private static String formText(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Writes what a grant sends to the token endpoint. */
  private interface Grant {
    void fill(Map<String, String> headers, Map<String, String> form) throws ConnectorException;
  }
}
