package org.chasqui.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.chasqui.access.Right;
import org.chasqui.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API and the console: every call but the two doors {@code POST /v1/interchanges} and {@code
 * POST /v1/messages}. Thread-safe. A call may wait up to 20 seconds (long poll of an outbox).
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cache-Control", "no-store",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final Router router;

  /** Builds the route table. */
  public Api(ApiParts parts) {
    router = new Router(new SignIn(parts.access()));
    router.elsewhere("POST", "/v1/interchanges").elsewhere("POST", "/v1/messages");
    router.open("GET", "/health/live", Json.MEDIA_TYPE, c -> Json.answer(200, Map.of("status", "UP")));
    router.token(
        "GET",
        "/metrics",
        Set.of(Right.METRICS, Right.READ_ALL),
        "text/plain",
        c -> ApiResponse.text(200, "text/plain; version=0.0.4; charset=utf-8", parts.metrics().get()));
  }

  /** Answers one request; whatever the request, never with an exception. */
  public ApiResponse handle(ApiRequest request) {
    var language = Language.of(request.header("Accept-Language").orElse(null));
    ApiResponse answer;
    try {
      answer = router.route(request, language);
    } catch (LedgerException e) {
      LOG.error("ledger does not answer {} {}", request.method(), pattern(request), e);
      answer = new Call(request, Map.of(), null, language).refuse(503, "error.ledger").with("Retry-After", "5");
    } catch (RuntimeException e) {
      LOG.error("bug in {} {}", request.method(), pattern(request), e);
      answer = new Call(request, Map.of(), null, language).refuse(500, "error.bug");
    }
    return finished(request, answer);
  }

  /** Wakes callers that wait for documents of this party. */
  public void outboxChanged(String party) {}

  private static String pattern(ApiRequest request) {
    return request.path().replaceAll("[A-Za-z]{2}[0-9]{9}[A-Za-z]{2}", "{item}");
  }

  private static ApiResponse finished(ApiRequest request, ApiResponse answer) {
    var headers = new LinkedHashMap<>(ALWAYS);
    headers.putAll(answer.headers());
    return request.method().equals("HEAD")
        ? new ApiResponse(answer.status(), headers, null)
        : new ApiResponse(answer.status(), headers, answer.body(), answer.stream());
  }
}
