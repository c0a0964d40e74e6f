package org.chasqui.console;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.access.Right;
import org.chasqui.ledger.LedgerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP API and the console: every call but the two doors {@code POST /v1/interchanges} and
 * {@code POST /v1/messages}. Thread-safe. A call may wait up to 20 seconds (long poll of an
 * outbox).
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);
  private static final Set<Right> READ = Set.of(Right.READ_OWN, Right.READ_ALL);
  private static final Set<Right> FETCH = Set.of(Right.FETCH);
  private static final int WAITING_AT_ONCE = 64;
  private static final Map<String, String> ALWAYS =
      Map.of(
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cache-Control", "no-store",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");

  private final Router router;
  private final Frame frame;
  private final OutboxBell bell = new OutboxBell(WAITING_AT_ONCE);

  /** Builds the route table. */
  public Api(ApiParts parts) {
    var region = new Region(parts.ledger(), parts.parties(), parts.clock());
    var signIn = new SignIn(parts.access());
    frame = new Frame(signIn);
    router = new Router(signIn);
    var held = new HeldDeliveries(parts.ledger(), region);
    items(parts, held);
    documents(parts, held);
    outbox(new OutboxCalls(parts.ledger(), bell));
    administrations(new AdministrationCalls(region));
    quality(new QualityCalls(parts.ledger(), parts.clock()));
    system(new SystemCalls(parts));
    new Console(parts, region, signIn, frame).addTo(router);
  }

  /** Answers one request; whatever the request, never with an exception. */
  public ApiResponse handle(ApiRequest request) {
    var call = new Call(request, Map.of(), null, Language.of(request));
    try {
      return finished(request, frame.readable(call, router.route(request, call.language())));
    } catch (LedgerException e) {
      LOG.error("the ledger does not answer {}", request.method(), e);
      return finished(request, call.refuse(503, "error.ledger").retryAfter(Duration.ofSeconds(5)));
    } catch (RuntimeException e) {
      LOG.error("a bug answers {}", request.method(), e);
      return finished(request, call.refuse(500, "error.bug"));
    }
  }

  /** Wakes callers that wait for documents of this party. */
  public void outboxChanged(String party) {
    bell.ring(party);
  }

  /** The route table as {@code METHOD /path}, for the description of the API to be held against. */
  List<String> routes() {
    return router.routes().stream()
        .map(route -> route.method() + " /" + String.join("/", route.segments()))
        .toList();
  }

  private void items(ApiParts parts, HeldDeliveries held) {
    var items = new ItemCalls(parts.ledger(), held);
    router.token("GET", "/v1/items", READ, Json.MEDIA_TYPE, items::search);
    router.token("GET", "/v1/items/{item}", READ, Json.MEDIA_TYPE, items::item);
    var dispatches = new DispatchCalls(parts.ledger());
    router.token("GET", "/v1/dispatches/{dispatch}", READ, Json.MEDIA_TYPE, dispatches::dispatch);
    var alarms = new AlarmCalls(parts.ledger());
    router.token("GET", "/v1/alarms", READ, Json.MEDIA_TYPE, alarms::list);
  }

  private void documents(ApiParts parts, HeldDeliveries held) {
    var interchanges = new InterchangeCalls(parts.ledger(), held);
    var deliveries = new DeliveryCalls(parts.ledger(), held);
    router.elsewhere("POST", "/v1/interchanges").elsewhere("POST", "/v1/messages");
    router.token("GET", "/v1/interchanges/{id}", READ, Json.MEDIA_TYPE, interchanges::status);
    router.token("GET", "/v1/interchanges/{id}/raw", READ, null, interchanges::raw);
    router.token("GET", "/v1/deliveries/{id}", READ, Json.MEDIA_TYPE, deliveries::delivery);
    router.token("GET", "/v1/parked", READ, Json.MEDIA_TYPE, deliveries::parked);
    router.token(
        "POST",
        "/v1/parked/{id}/replay",
        Set.of(Right.REPLAY),
        Json.MEDIA_TYPE,
        deliveries::replay);
  }

  private void outbox(OutboxCalls calls) {
    router.token("GET", "/v1/outbox/{party}", FETCH, Json.MEDIA_TYPE, calls::list);
    router.token(
        "POST", "/v1/outbox/{party}/acknowledge", FETCH, Json.MEDIA_TYPE, calls::acknowledge);
    router.token("GET", "/v1/outbox/{party}/{id}", FETCH, null, calls::document);
  }

  private void administrations(AdministrationCalls calls) {
    router.token("GET", "/v1/administrations", READ, Json.MEDIA_TYPE, calls::list);
    router.token("GET", "/v1/administrations/{party}", READ, Json.MEDIA_TYPE, calls::one);
  }

  private void quality(QualityCalls calls) {
    router.token("GET", "/v1/quality", READ, Json.MEDIA_TYPE, calls::json);
    router.token("GET", "/v1/quality/csv", READ, "text/csv", calls::csv);
  }

  private void system(SystemCalls calls) {
    router.open("GET", "/health/live", Json.MEDIA_TYPE, calls::live);
    router.open("GET", "/health/ready", Json.MEDIA_TYPE, calls::ready);
    router.token(
        "GET", "/metrics", Set.of(Right.METRICS, Right.READ_ALL), "text/plain", calls::metrics);
    router.open("GET", "/schema/", Json.MEDIA_TYPE, calls::schemas);
    router.open("GET", "/schema", Json.MEDIA_TYPE, calls::schemas);
    router.open("GET", "/schema/{file}", null, calls::schema);
    router.open("GET", "/openapi.json", Json.MEDIA_TYPE, calls::openApi);
  }

  private static ApiResponse finished(ApiRequest request, ApiResponse answer) {
    var headers = new LinkedHashMap<>(ALWAYS);
    headers.putAll(answer.headers());
    if (request.method().equals("HEAD")) {
      close(answer);
      return new ApiResponse(answer.status(), headers, null);
    }
    return new ApiResponse(answer.status(), headers, answer.body(), answer.stream());
  }

  private static void close(ApiResponse answer) {
    try (var stream = answer.stream()) {
      if (stream != null) {
        LOG.debug("a stream is closed unread");
      }
    } catch (IOException e) {
      LOG.warn("a stream does not close", e);
    }
  }
}
