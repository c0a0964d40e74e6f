package org.chasqui.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Authentication modules against real sockets. */
class AuthenticationTest {
  private static final byte[] DOCUMENT = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Secrets SECRETS = new Secrets(Map.of("S", "s3cret", "P", "pässword"));
  private static final Map<String, String> SESSION =
      Map.of(
          "loginPath",
          "/login",
          "clientId",
          "id",
          "clientSecret",
          "env:S",
          "roleType",
          "ROLE",
          "reloginPause",
          "PT30S");

  private final List<String> calls = new CopyOnWriteArrayList<>();

  private void keep(HttpExchange exchange, byte[] body) {
    calls.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + new String(body, StandardCharsets.UTF_8));
  }

  private static Reading submit(Connector connector) throws Exception {
    var call = connector.submission(DOCUMENT, "application/json", "REF", "key");
    return connector.readSubmission(HubStub.make(call));
  }

  /** A service that fails, or is not there, has not looked at who asks. */
  @ParameterizedTest
  @CsvSource({
    "400, LOGIN",
    "401, LOGIN",
    "403, LOGIN",
    "404, UNANSWERED",
    "429, UNANSWERED",
    "500, UNANSWERED",
    "503, UNANSWERED",
    "200, UNANSWERED"
  })
  void tellsARefusedLoginFromOneThatFailed(int status, ConnectorException.Kind kind)
      throws Exception {
    var grant = Map.of("tokenPath", "/token", "clientId", "id", "clientSecret", "env:S");
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, status, "{}"))) {
      for (var profile :
          List.of(hub.profile("session-csrf", SESSION), hub.profile("oauth2-client", grant))) {
        var connector = Connector.of(profile, SECRETS);
        assertThatThrownBy(() -> connector.submission(DOCUMENT, "x", "r", "k"))
            .isInstanceOfSatisfying(
                ConnectorException.class, told -> assertThat(told.kind()).isEqualTo(kind));
      }
    }
  }

  @Test
  void bearsReferenceIdempotencyKeyAndFixedHeaders() throws Exception {
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, 202, ""))) {
      var connector = Connector.of(hub.profile("none", Map.of()), SECRETS);
      var call = connector.submission(DOCUMENT, "application/json", "REF", "key");
      assertThat(call.headers())
          .containsEntry("Idempotency-Key", "key")
          .containsEntry("X-Chasqui-Reference", "REF")
          .containsEntry("Content-Type", "application/json")
          .containsEntry("X-Fixed", "yes");
    }
  }

  @Test
  void sendsTokenAsBearerUnlessAnotherHeaderIsNamed() throws Exception {
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, 202, ""))) {
      var bearer = Connector.of(hub.profile("api-token", Map.of("token", "env:S")), SECRETS);
      assertThat(bearer.submission(DOCUMENT, "x", "r", "k").headers())
          .containsEntry("Authorization", "Bearer s3cret");
      var own = Map.of("token", "env:S", "header", "X-Api-Key");
      var named = Connector.of(hub.profile("api-token", own), SECRETS);
      assertThat(named.submission(DOCUMENT, "x", "r", "k").headers())
          .containsEntry("X-Api-Key", "s3cret")
          .doesNotContainKey("Authorization");
    }
  }

  @Test
  void readsASecretFromAFileEachTime(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("token"), "one\n");
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, 202, ""))) {
      var connector =
          Connector.of(hub.profile("api-token", Map.of("token", "file:" + file)), SECRETS);
      assertThat(connector.submission(DOCUMENT, "x", "r", "k").headers())
          .containsEntry("Authorization", "Bearer one");
      Files.writeString(file, "two");
      assertThat(connector.submission(DOCUMENT, "x", "r", "k").headers())
          .containsEntry("Authorization", "Bearer two");
    }
  }

  @Test
  void namesTheVariableOfAMissingSecretButNeverASecret() throws Exception {
    try (var hub = new HubStub((exchange, body) -> HubStub.send(exchange, 401, "{}"))) {
      var missing = Connector.of(hub.profile("api-token", Map.of("token", "env:NONE")), SECRETS);
      assertThatThrownBy(() -> missing.submission(DOCUMENT, "x", "r", "k"))
          .isInstanceOf(ConnectorException.class)
          .hasMessage("secret not set: environment variable NONE");
      var refused = Connector.of(hub.profile("session-csrf", SESSION), SECRETS);
      assertThatThrownBy(() -> refused.submission(DOCUMENT, "x", "r", "k"))
          .isInstanceOf(ConnectorException.class)
          .hasMessage("login refused: status 401");
      var basic = Map.of("user", "u", "password", "env:P");
      var call =
          Connector.of(hub.profile("basic", basic), SECRETS).submission(DOCUMENT, "x", "r", "k");
      assertThat(call.toString()).isEqualTo("POST /submit (2 bytes)");
    }
  }

  @Test
  void keepsATokenUntilItIsRefusedAndThenLogsInOnce() throws Exception {
    var tokens = new AtomicInteger();
    var settings =
        Map.of("tokenPath", "/token", "clientId", "c", "clientSecret", "env:S", "scope", "a b");
    try (var hub =
        new HubStub(
            (exchange, body) -> {
              keep(exchange, body);
              if (exchange.getRequestURI().getPath().equals("/token")) {
                var token = "t" + tokens.incrementAndGet();
                HubStub.send(
                    exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":300}");
              } else {
                var bearer = exchange.getRequestHeaders().getFirst("Authorization");
                HubStub.send(exchange, "Bearer t2".equals(bearer) ? 202 : 401, "");
              }
            })) {
      var connector = Connector.of(hub.profile("oauth2-client", settings), SECRETS);
      assertThat(submit(connector)).isInstanceOf(Reading.TryAgain.class);
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
      assertThat(tokens).hasValue(2);
      assertThat(calls.getFirst())
          .isEqualTo("/token Basic YzpzM2NyZXQ= grant_type=client_credentials&scope=a+b");
    }
  }

  @Test
  void sendsUserAndPasswordInTheForm() throws Exception {
    var settings =
        Map.of("tokenPath", "/token", "clientId", "Declaration", "user", "u", "password", "env:P");
    try (var hub =
        new HubStub(
            (exchange, body) -> {
              keep(exchange, body);
              HubStub.send(exchange, 200, "{\"access_token\":\"t\"}");
            })) {
      submit(Connector.of(hub.profile("oauth2-password", settings), SECRETS));
      assertThat(calls.getFirst())
          .isEqualTo(
              "/token null grant_type=password&client_id=Declaration&username=u"
                  + "&password=p%C3%A4ssword");
      assertThat(calls.getLast()).startsWith("/submit Bearer t ");
    }
  }

  /** Lets in only who brings the newest token; says how many came with another. */
  private static final class Session implements HubStub.Answering {
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger outOfOrder = new AtomicInteger();
    private volatile String csrf = "none";
    private volatile boolean lost;

    @Override
    public synchronized void answer(HttpExchange exchange, byte[] body) throws IOException {
      var headers = exchange.getRequestHeaders();
      var answer = exchange.getResponseHeaders();
      boolean login = exchange.getRequestURI().getPath().equals("/login");
      int status = 202;
      if (login) {
        logins.incrementAndGet();
        status = "s3cret".equals(headers.getFirst("Client-Secret")) ? 200 : 401;
        answer.set("Set-Token", "session " + logins);
      } else if (lost) {
        lost = false;
        status = 401;
      } else if (!csrf.equals(headers.getFirst("X-CSRF-Token"))) {
        outOfOrder.incrementAndGet();
        status = 403;
      }
      csrf = UUID.randomUUID().toString();
      answer.set("X-CSRF-Token", csrf);
      HubStub.send(exchange, status, "");
    }
  }

  @Test
  void keepsTheChainOfCsrfTokensUnderConcurrency() throws Exception {
    var session = new Session();
    try (var hub = new HubStub(session);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var connector = Connector.of(hub.profile("session-csrf", SESSION), SECRETS);
      var work = new ArrayList<Callable<Reading>>();
      for (int i = 0; i < 100; i++) {
        work.add(() -> submit(connector));
      }
      for (var reading : threads.invokeAll(work)) {
        assertThat(reading.get()).isInstanceOf(Reading.AwaitPush.class);
      }
      assertThat(session.logins).hasValue(1);
      assertThat(session.outOfOrder).hasValue(0);
    }
  }

  @Test
  void waitsWithANewLoginForThePauseThatTheHubWants() throws Exception {
    var session = new Session();
    try (var hub = new HubStub(session)) {
      var connector = Connector.of(hub.profile("session-csrf", SESSION), SECRETS);
      submit(connector);
      session.lost = true;
      assertThat(submit(connector))
          .isEqualTo(new Reading.TryAgain("the hub wants a new login: 401", Duration.ZERO));
      assertThatThrownBy(() -> submit(connector))
          .isInstanceOfSatisfying(
              ConnectorException.class,
              e -> assertThat(e.after()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30)));
      assertThat(session.logins).hasValue(1);
    }
  }

  @Test
  void letsTheNextCallGoWhenOneGotNoAnswer() throws Exception {
    try (var hub = new HubStub(new Session())) {
      var connector = Connector.of(hub.profile("session-csrf", SESSION), SECRETS);
      connector.submission(DOCUMENT, "x", "r", "k");
      connector.unanswered();
      assertThat(submit(connector)).isInstanceOf(Reading.AwaitPush.class);
    }
  }
}
