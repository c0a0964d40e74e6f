package org.chasqui.flow;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.chasqui.access.AccessRegistry;
import org.chasqui.access.Right;
import org.chasqui.console.ProblemDetails;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * The HTTP door for documents: {@code POST /v1/interchanges} and {@code POST /v1/messages}. Refuses
 * early and cheaply: first the token, then the size, then the load (P8), and only then reads a
 * byte.
 */
public final class HttpDoor {
  private static final Set<String> PATHS = Set.of("/v1/interchanges", "/v1/messages");

  private final AccessRegistry access;
  private final Spool spool;
  private final Pressure pressure;
  private final Semaphore places;

  HttpDoor(AccessRegistry access, Spool spool, Pressure pressure, int atOnce) {
    this.access = access;
    this.spool = spool;
    this.pressure = pressure;
    this.places = new Semaphore(atOnce);
  }

  /** True for a document, false for a call of the API or console. */
  public boolean isDocument(Exchange exchange) {
    var message = exchange.getMessage();
    return "POST".equals(message.getHeader(Exchange.HTTP_METHOD, String.class))
        && PATHS.contains(message.getHeader(Exchange.HTTP_PATH, String.class));
  }

  /** Body becomes a {@link Submission} or the {@link IntakeResult} that refuses it. */
  public void receive(Exchange exchange) throws IOException {
    var message = exchange.getMessage();
    var request = message.getBody(HttpServerRequest.class);
    exchange.setProperty(
        FlowNames.LANGUAGE, Languages.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    try (var body = new RequestBody(request)) {
      message.setBody(submission(exchange, request, body));
    }
  }

  private Object submission(Exchange exchange, HttpServerRequest request, RequestBody body)
      throws IOException {
    var caller = access.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (caller.isEmpty()) {
      return new IntakeResult.Denied(401, "a bearer token of a party is needed");
    }
    if (!caller.get().rights().contains(Right.SEND)) {
      return new IntakeResult.Denied(403, "the token gives no right to send");
    }
    if (length(request) > spool.limit()) {
      return tooLarge();
    }
    var declined = pressure.declines(caller.get().party());
    return declined != null ? declined : spooled(exchange, request, body, caller.get().party());
  }

  /** What the sender says of the length; 0 when it says nothing. */
  private static long length(HttpServerRequest request) {
    var text = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    // longer digits than a long has were refused by the server before
    return text == null ? 0 : Long.parseLong(text);
  }

  private Object spooled(
      Exchange exchange, HttpServerRequest request, RequestBody body, String party)
      throws IOException {
    if (!places.tryAcquire()) {
      return new IntakeResult.Busy(503, "too many documents are arriving", 1);
    }
    try {
      var spooled = spool.take(body);
      exchange.getExchangeExtension().addOnCompletion(new RemoveSpool(spooled));
      var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
      return new Submission(party, "http", type, spooled.head(), spooled.raw());
    } catch (Spool.TooLarge e) {
      return tooLarge();
    } finally {
      places.release();
    }
  }

  private IntakeResult tooLarge() {
    return new IntakeResult.Refused(
        413,
        List.of(
            Problem.of(
                ProblemCode.TOO_LARGE, Location.WHOLE, null, "up to " + spool.limit() + " bytes")),
        0);
  }

  /** Turns the property {@code ChasquiIntake} into the HTTP answer. */
  public void reply(Exchange exchange) {
    var language = exchange.getProperty(FlowNames.LANGUAGE, Locale.class);
    var result = exchange.getProperty(FlowNames.INTAKE, IntakeResult.class);
    var message = exchange.getMessage();
    message.removeHeaders("*");
    switch (result) {
      case IntakeResult.Accepted accepted ->
          taken(message, 202, accepted.interchangeId(), accepted.reference(), "ACCEPTED");
      case IntakeResult.Duplicate duplicate ->
          taken(message, 200, duplicate.interchangeId(), duplicate.reference(), "DUPLICATE");
      case IntakeResult.Refused refused -> refused(message, refused, language);
      case IntakeResult.Busy busy -> busy(message, busy);
      case IntakeResult.Denied denied -> denied(message, denied);
    }
  }

  private static void taken(Message message, int status, long id, String reference, String result) {
    var body =
        "{\"id\":\"%d\",\"status\":\"%s\",\"reference\":%s}\n"
            .formatted(id, result, reference == null ? "null" : ProblemDetails.quote(reference));
    set(message, status, "application/json", body, Map.of("Location", "/v1/interchanges/" + id));
  }

  private static void refused(Message message, IntakeResult.Refused refused, Locale language) {
    var headers =
        refused.conflictsWith() == 0
            ? Map.<String, String>of()
            : Map.of("Location", "/v1/interchanges/" + refused.conflictsWith());
    problem(
        message,
        refused.status(),
        ProblemDetails.of(refused.status(), refused.problems(), language),
        headers);
  }

  private static void busy(Message message, IntakeResult.Busy busy) {
    problem(
        message,
        busy.status(),
        ProblemDetails.of(busy.status(), busy.reason()),
        Map.of("Retry-After", Integer.toString(busy.retryAfterSeconds())));
  }

  private static void denied(Message message, IntakeResult.Denied denied) {
    problem(
        message,
        denied.status(),
        ProblemDetails.of(denied.status(), denied.reason()),
        denied.status() == 401 ? Map.of("WWW-Authenticate", "Bearer") : Map.of());
  }

  private static void problem(
      Message message, int status, byte[] body, Map<String, String> headers) {
    set(
        message,
        status,
        "application/problem+json",
        new String(body, StandardCharsets.UTF_8),
        headers);
  }

  private static void set(
      Message message, int status, String type, String body, Map<String, String> headers) {
    headers.forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setBody(body.getBytes(StandardCharsets.UTF_8));
  }
}
