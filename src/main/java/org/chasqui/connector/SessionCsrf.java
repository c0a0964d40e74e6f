package org.chasqui.connector;

import static org.chasqui.connector.ConnectorException.Kind.UNANSWERED;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A session token with a CSRF token that every answer renews (national-south-america-mexico §1.3,
 * Portal Unico Siscomex). Each call must bear the token of the answer before, so calls go one after
 * another: a call waits until the one before was answered, or its time is over.
 */
final class SessionCsrf implements AuthenticationModule {
  private static final String CSRF = "X-CSRF-Token";
  private static final String EXPIRATION = "X-CSRF-Expiration";
  private static final String SET_TOKEN = "Set-Token";

  private final Settings settings;
  private final Secrets secrets;
  private final LoginClient logins;
  private final Duration reloginPause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition answered = lock.newCondition();
  private boolean underWay;
  private long underWayUntil;
  private String session;
  private String csrf;
  private long csrfEndsAt = Long.MAX_VALUE;
  private boolean everLoggedIn;
  private long loggedInAt;

  SessionCsrf(Settings settings, Secrets secrets, LoginClient logins) {
    settings.required("loginPath");
    settings.required("roleType");
    this.settings = settings;
    this.secrets = secrets;
    this.logins = logins;
    this.reloginPause = Duration.parse(settings.get("reloginPause", "PT60S"));
  }

  @Override
  public void authorise(Map<String, String> headers) throws IOException, ConnectorException {
    lock.lock();
    try {
      awaitTurn();
      if (session == null || System.currentTimeMillis() >= csrfEndsAt) {
        logIn();
      }
      headers.put("Authorization", session);
      headers.put(CSRF, csrf);
      underWay = true;
      underWayUntil = System.nanoTime() + logins.timeout().toNanos();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean observe(HttpAnswer answer) {
    lock.lock();
    try {
      boolean refused = answer.status() == 401 || answer.status() == 403;
      if (refused) {
        session = null;
      } else {
        keep(answer);
      }
      nextTurn();
      return refused;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void unanswered() {
    lock.lock();
    try {
      nextTurn();
    } finally {
      lock.unlock();
    }
  }

  private void nextTurn() {
    underWay = false;
    answered.signal();
  }

  private void awaitTurn() throws InterruptedIOException {
    try {
      while (underWay && underWayUntil - System.nanoTime() > 0) {
        answered.await(underWayUntil - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while another call uses the session");
    }
  }

  private void logIn() throws IOException, ConnectorException {
    session = null;
    var rest = pauseLeft();
    if (rest.isPositive()) {
      throw new ConnectorException(UNANSWERED, "the session was lost; a new login must wait", rest);
    }
    var headers = new LinkedHashMap<String, String>();
    // who proves itself by a certificate in the connection has no secret to tell
    if (settings.get("clientId", null) != null) {
      headers.put("Client-Id", secrets.resolve(settings.required("clientId")));
      headers.put("Client-Secret", secrets.resolve(settings.required("clientSecret")));
    }
    headers.put("Role-Type", settings.required("roleType"));
    var answer = logins.post(settings.required("loginPath"), headers, "");
    if (!answer.isSuccess()) {
      throw refusal(answer);
    }
    if (answer.header(SET_TOKEN).isEmpty() || answer.header(CSRF).isEmpty()) {
      throw new ConnectorException(UNANSWERED, "login answered without a token");
    }
    everLoggedIn = true;
    loggedInAt = System.nanoTime();
    keep(answer);
  }

  private ConnectorException refusal(HttpAnswer answer) {
    var after = AnswerReader.after(answer);
    boolean ours = answer.status() / 100 == 4;
    return ConnectorException.login(answer.status(), after == null && ours ? reloginPause : after);
  }

  private void keep(HttpAnswer answer) {
    answer.header(SET_TOKEN).ifPresent(token -> session = token);
    answer.header(CSRF).ifPresent(token -> csrf = token);
    answer
        .header(EXPIRATION)
        .filter(text -> text.matches("\\d{1,18}"))
        .ifPresent(text -> csrfEndsAt = Long.parseLong(text));
  }

  private Duration pauseLeft() {
    return everLoggedIn
        ? reloginPause.minus(Duration.ofNanos(System.nanoTime() - loggedInAt))
        : Duration.ZERO;
  }
}
