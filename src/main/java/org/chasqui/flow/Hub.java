package org.chasqui.flow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.chasqui.connector.Connector;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.HttpAnswer;
import org.chasqui.connector.HttpCall;
import org.chasqui.connector.ItemAnswer;
import org.chasqui.connector.Reading;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.Problem;

/**
 * The steps of the HTTP transport: the call of the party's connector, and what its answer means.
 */
public final class Hub {
  /** The door of what a party answers. */
  static final String ANSWER = "answer";

  private static final int MOST_ANSWER = 32 << 20;
  private static final long LONGEST_POLL = 4;

  private final Function<String, Connector> connectors;
  private final Retry retry;
  private final Clock clock;

  Hub(Function<String, Connector> connectors, Clock clock) {
    this.connectors = connectors;
    this.retry = new Retry(clock);
    this.clock = clock;
  }

  /** Body and headers become those of the call to the hub. */
  public void prepare(Exchange exchange) throws IOException, ConnectorException {
    var attempt = Delivery.attempt(exchange);
    var message = exchange.getMessage();
    var call = call(attempt);
    attempt.called(true);
    exchange.setProperty(FlowNames.HUB, attempt.profile().id());
    message.removeHeaders("*");
    call.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method()));
    message.setHeader(Exchange.HTTP_URI, call.uri().toString());
    message.setBody(call.body() == null || call.body().length == 0 ? null : call.body());
  }

  private HttpCall call(Attempt attempt) throws IOException, ConnectorException {
    var claim = attempt.claim();
    var connector = attempt.connector(connectors);
    if (claim.polling()) {
      return connector.poll(
          claim.protocol(), claim.lines().stream().map(DeliveryClaim.Line::businessKey).toList());
    }
    return connector.submission(
        attempt.encoded().document(),
        attempt.encoded().mediaType(),
        claim.reference(),
        idempotencyKey(attempt));
  }

  /** Stable over all attempts with the same items. */
  private static String idempotencyKey(Attempt attempt) {
    int carried = attempt.carried().size();
    return attempt.claim().idempotencyKey() + "-" + carried;
  }

  /** Sets the outcome of the attempt. */
  public void read(Exchange exchange) throws IOException {
    var attempt = Delivery.attempt(exchange);
    var answer = answer(exchange.getMessage());
    var connector = attempt.connector(connectors);
    attempt.called(false);
    var claim = attempt.claim();
    var reading =
        claim.polling()
            ? connector.readPoll(claim.protocol(), answer)
            : connector.readSubmission(answer);
    attempt.outcome(outcome(attempt, reading));
  }

  private static HttpAnswer answer(Message message) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value != null && !name.startsWith("Camel")) {
                headers.put(
                    name,
                    value instanceof List<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value)));
              }
            });
    var body = message.getBody(java.io.InputStream.class);
    return new HttpAnswer(
        message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
        headers,
        body == null ? new byte[0] : Spool.small(body, MOST_ANSWER));
  }

  /** What becomes of an attempt for what its answer means. */
  DeliveryOutcome outcome(Attempt attempt, Reading reading) {
    return switch (reading) {
      case Reading.Answered answered -> answered(attempt, answered);
      case Reading.Submitted submitted ->
          submitted(
              attempt, submitted.protocol(), clock.instant().plus(attempt.response().firstPoll()));
      case Reading.AwaitPush push -> delivered(attempt, push.reference(), null, List.of());
      case Reading.StillWaiting ignored -> stillWaiting(attempt);
      case Reading.Refused refused -> refused(attempt, refused);
      case Reading.TryAgain again -> retry.outcome(attempt, again.reason(), again.after());
    };
  }

  private DeliveryOutcome answered(Attempt attempt, Reading.Answered answered) {
    var document = answered.document();
    if (document != null && document.length > 0) {
      attempt.answer(
          answerHeader(attempt, answered.mediaType(), document), RawDocument.of(document));
    }
    boolean pollsOn = attempt.isDecidable() && (attempt.claim().polling() || isPolled(attempt));
    attempt.take(answered.items(), pollsOn ? LineState.WAITING : LineState.DELIVERED);
    return pollsOn
        ? submitted(attempt, protocol(attempt, answered), clock.instant().plus(nextPoll(attempt)))
        : delivered(attempt, null, document, answered.items());
  }

  private static String protocol(Attempt attempt, Reading.Answered answered) {
    return answered.protocol() == null ? attempt.claim().protocol() : answered.protocol();
  }

  private NewInterchange answerHeader(Attempt attempt, String mediaType, byte[] document) {
    return new NewInterchange(
        attempt.profile().id(),
        ANSWER,
        attempt.profile().format().answerCodec(),
        mediaType,
        "answer/" + attempt.claim().id() + "/" + RawDocument.of(document).sha256(),
        attempt.claim().protocol(),
        false,
        attempt.claim().id(),
        clock.instant());
  }

  private boolean isPolled(Attempt attempt) {
    return attempt.connector(connectors).polls();
  }

  /** Its lines wait on: a decisive decision confirms them in the ledger. */
  private DeliveryOutcome submitted(Attempt attempt, String protocol, java.time.Instant due) {
    return new DeliveryOutcome(
        DeliveryState.SUBMITTED,
        due,
        protocol,
        null,
        sent(attempt),
        mediaType(attempt),
        null,
        attempt.lines());
  }

  private DeliveryOutcome delivered(
      Attempt attempt, String protocol, byte[] answer, List<ItemAnswer> items) {
    attempt.take(items, LineState.DELIVERED);
    attempt.deliverTheRest();
    return new DeliveryOutcome(
        DeliveryState.DELIVERED,
        null,
        protocol,
        null,
        sent(attempt),
        mediaType(attempt),
        answer,
        attempt.lines());
  }

  private DeliveryOutcome stillWaiting(Attempt attempt) {
    var since = attempt.claim().firstSubmittedAt();
    var limit = attempt.response().giveUpAfter();
    if (since != null && clock.instant().isAfter(since.plus(limit))) {
      return parked(attempt, "no decision after " + limit);
    }
    return submitted(attempt, attempt.claim().protocol(), clock.instant().plus(nextPoll(attempt)));
  }

  /** The pause between polls, doubled after each in a row up to {@value #LONGEST_POLL} times. */
  private static Duration nextPoll(Attempt attempt) {
    int polls = attempt.claim().polling() ? attempt.claim().attempt() : 1;
    return attempt
        .response()
        .pollEvery()
        .multipliedBy(Math.min(LONGEST_POLL, 1L << Math.min(polls - 1, 30)));
  }

  private DeliveryOutcome refused(Attempt attempt, Reading.Refused refused) {
    var faulty = refused.items().stream().filter(item -> !item.accepted()).toList();
    var known = attempt.carried().stream().map(DeliveryClaim.Line::businessKey).toList();
    boolean alone =
        !faulty.isEmpty()
            && faulty.size() < attempt.carried().size()
            && known.containsAll(faulty.stream().map(ItemAnswer::itemId).toList());
    attempt.take(refused.items(), LineState.WAITING);
    if (alone) {
      return new DeliveryOutcome(
          DeliveryState.READY,
          clock.instant().plus(Duration.ofMillis(1)),
          null,
          null,
          sent(attempt),
          mediaType(attempt),
          null,
          attempt.lines());
    }
    return parked(attempt, reason(refused.problems()));
  }

  private static String reason(List<Problem> problems) {
    return problems.stream()
        .map(
            problem ->
                problem.code().code() + " " + (problem.found() == null ? "" : problem.found()))
        .distinct()
        .limit(3)
        .collect(Collectors.joining("; ", "refused: ", ""));
  }

  private static DeliveryOutcome parked(Attempt attempt, String reason) {
    return new DeliveryOutcome(
        DeliveryState.PARKED,
        null,
        null,
        reason,
        sent(attempt),
        mediaType(attempt),
        null,
        attempt.lines());
  }

  private static byte[] sent(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().document();
  }

  private static String mediaType(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().mediaType();
  }
}
