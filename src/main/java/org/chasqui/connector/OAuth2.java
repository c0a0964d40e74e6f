package org.chasqui.connector;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * OAuth 2.0 bearer tokens (RFC 6749): client credentials, §4.4, or password grant, §4.3. A token is
 * kept until shortly before it ends; an answer 401 drops it, so that the next call logs in anew.
 */
final class OAuth2 implements AuthenticationModule {
  private static final long DEFAULT_LIFE = 300;

  private final LoginClient logins;
  private final String tokenPath;
  private final Grant grant;
  private final ReentrantLock lock = new ReentrantLock();
  private String token;
  private long endsAt;

  private OAuth2(LoginClient logins, String tokenPath, Grant grant) {
    this.logins = logins;
    this.tokenPath = tokenPath;
    this.grant = grant;
  }

  /** Client credentials: the client proves itself with HTTP Basic, §2.3.1. */
  static OAuth2 client(Settings settings, Secrets secrets, LoginClient logins) {
    var id = settings.required("clientId");
    var secret = settings.required("clientSecret");
    var scope = settings.get("scope", null);
    return new OAuth2(
        logins,
        settings.required("tokenPath"),
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
        settings.required("tokenPath"),
        (headers, form) -> {
          form.put("grant_type", "password");
          form.put("client_id", secrets.resolve(id));
          form.put("username", secrets.resolve(user));
          form.put("password", secrets.resolve(password));
        });
  }

  @Override
  public void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    lock.lock();
    try {
      if (token == null || System.nanoTime() - endsAt >= 0) {
        logIn();
      }
      headers.put("Authorization", "Bearer " + token);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void observe(HttpAnswer answer) {
    if (answer.status() == 401 || answer.status() == 403) {
      lock.lock();
      try {
        token = null;
      } finally {
        lock.unlock();
      }
    }
  }

  private void logIn() throws IOException, ConnectorException {
    token = null;
    var headers = new LinkedHashMap<String, String>();
    var form = new LinkedHashMap<String, String>();
    grant.fill(headers, form);
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    var answer = logins.post(tokenPath, headers, formText(form));
    if (!answer.isSuccess()) {
      throw new ConnectorException(
          "login refused: status " + answer.status(), AnswerReader.after(answer));
    }
    keep(AnswerBody.of(answer.body()).orElse(new AnswerBody.Nothing()));
  }

  private void keep(AnswerBody body) throws ConnectorException {
    var granted = body instanceof AnswerBody.Json ? body.at("/access_token") : null;
    if (granted == null || granted.isEmpty()) {
      throw new ConnectorException("login answered without a token", null);
    }
    token = granted.get();
    long life =
        body.at("/expires_in")
            .filter(text -> text.matches("\\d{1,9}"))
            .map(Long::parseLong)
            .orElse(DEFAULT_LIFE);
    // ended early by a tenth, at most half a minute: a call under way must not outlive its token
    long margin = Math.min(Duration.ofSeconds(30).toMillis(), life * 100);
    endsAt = System.nanoTime() + Duration.ofMillis(life * 1000 - margin).toNanos();
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
