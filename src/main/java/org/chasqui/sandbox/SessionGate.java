package org.chasqui.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The session rules of Portal Unico Siscomex (national-south-america-mexico §1.3): a login gives a
 * session token and a CSRF token, every answer renews the latter, only the newest is let in, and
 * who logs in again within a minute is refused (PLAT-ER2033). {@code Retry-After} there is ours.
 */
final class SessionGate implements HubGate {
  private static final Duration RELOGIN_PAUSE = Duration.ofSeconds(60);
  private static final Duration CSRF_LIFE = Duration.ofMinutes(60);

  private final Map<String, String> settings;
  private final Duration pause;
  private String session;
  private String csrf;
  private long csrfEnds;
  private long loggedInAt;

  SessionGate(Map<String, String> settings, Course course) {
    this.settings = settings;
    this.pause = course.scaled(RELOGIN_PAUSE);
  }

  @Override
  public synchronized Optional<HubAnswer> login(HubRequest request) {
    if (!settings.get("loginPath").equals(request.path())) {
      return Optional.empty();
    }
    boolean known =
        Objects.equals(settings.get("clientId"), request.header("Client-Id"))
            && Objects.equals(settings.get("clientSecret"), request.header("Client-Secret"))
            && settings.get("roleType").equals(request.header("Role-Type"));
    if (!known) {
      return Optional.of(refusal(401, "PLAT-ER2001", "Credenciais inválidas"));
    }
    long now = System.currentTimeMillis();
    long rest = loggedInAt + pause.toMillis() - now;
    if (loggedInAt > 0 && rest > 0) {
      var answer = refusal(422, "PLAT-ER2033", "Nova autenticação antes de 60 segundos");
      return Optional.of(answer.with("Retry-After", Long.toString((rest + 999) / 1000)));
    }
    loggedInAt = now;
    session = "Bearer " + UUID.randomUUID();
    return Optional.of(seal(HubAnswer.json(200, "{}")).with("Set-Token", session));
  }

  @Override
  public synchronized Optional<HubAnswer> refuse(HubRequest request) {
    if (session == null || !session.equals(request.header("Authorization"))) {
      return Optional.of(refusal(401, "PLAT-ER2010", "Sessão inválida"));
    }
    boolean newest =
        csrf.equals(request.header("X-CSRF-Token")) && csrfEnds > System.currentTimeMillis();
    return newest
        ? Optional.empty()
        : Optional.of(refusal(403, "PLAT-ER2011", "Token CSRF inválido"));
  }

  @Override
  public synchronized HubAnswer seal(HubAnswer answer) {
    if (session == null || answer.headers().containsKey("X-CSRF-Token")) {
      return answer;
    }
    csrf = UUID.randomUUID().toString();
    csrfEnds = System.currentTimeMillis() + CSRF_LIFE.toMillis();
    return answer.with("X-CSRF-Token", csrf).with("X-CSRF-Expiration", Long.toString(csrfEnds));
  }

  private static HubAnswer refusal(int status, String code, String message) {
    return HubAnswer.json(
        status,
        "{\"code\":\"%s\",\"message\":\"%s\",\"severity\":\"ERROR\"}".formatted(code, message));
  }
}
