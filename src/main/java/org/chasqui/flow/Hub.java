package org.chasqui.flow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.chasqui.ledger.LineOutcome;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.NewInterchange;
import org.chasqui.ledger.RawDocument;
import org.chasqui.message.Problem;

/**
 * The steps of the HTTP transport: the call of the party's connector, and what its answer means.
 */
public final class Hub {
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
    var connector = connectors.apply(attempt.profile().id());
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
    var connector = connectors.apply(attempt.profile().id());
    attempt.called(false);
    var reading =
        attempt.claim().polling() ? connector.readPoll(answer) : connector.readSubmission(answer);
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
              attempt, submitted.protocol(), clock.instant().plus(response(attempt).firstPoll()));
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
    boolean pollsOn = attempt.claim().polling() || isPolled(attempt);
    merge(attempt, answered.items(), pollsOn ? LineState.WAITING : LineState.DELIVERED);
    return pollsOn
        ? submitted(attempt, attempt.claim().protocol(), clock.instant().plus(nextPoll(attempt)))
        : delivered(attempt, null, document, answered.items());
  }

  private NewInterchange answerHeader(Attempt attempt, String mediaType, byte[] document) {
    return new NewInterchange(
        attempt.profile().id(),
        "answer",
        attempt.profile().format().answerCodec(),
        mediaType,
        "answer/" + attempt.claim().id() + "/" + RawDocument.of(document).sha256(),
        attempt.claim().protocol(),
        false,
        attempt.claim().id(),
        clock.instant());
  }

  private static org.chasqui.profile.Response response(Attempt attempt) {
    return attempt.profile().response();
  }

  private boolean isPolled(Attempt attempt) {
    return connectors.apply(attempt.profile().id()).polls();
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
    merge(attempt, items, LineState.DELIVERED);
    markCarried(attempt);
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
    var limit = response(attempt).giveUpAfter();
    if (since != null && clock.instant().isAfter(since.plus(limit))) {
      return parked(attempt, "no decision after " + limit);
    }
    return submitted(attempt, attempt.claim().protocol(), clock.instant().plus(nextPoll(attempt)));
  }

  /** The pause between polls, doubled after each in a row up to {@value #LONGEST_POLL} times. */
  private static Duration nextPoll(Attempt attempt) {
    int polls = attempt.claim().polling() ? attempt.claim().attempt() : 1;
    return response(attempt)
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
    merge(attempt, refused.items(), LineState.WAITING);
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

  /** Takes over what the hub said of single items; losses of the encoding stay with them. */
  private static void merge(Attempt attempt, List<ItemAnswer> items, LineState accepted) {
    var byItem = new LinkedHashMap<String, ItemAnswer>();
    items.forEach(item -> byItem.put(item.itemId(), item));
    for (var line : attempt.carried()) {
      var item = byItem.get(line.businessKey());
      if (item != null) {
        var state = item.accepted() ? accepted : LineState.REFUSED;
        replace(attempt, line.messageId(), state, item.nationalReference(), item.problems());
      }
    }
  }

  private static void markCarried(Attempt attempt) {
    for (var line : attempt.carried()) {
      var known =
          attempt.lines().stream().filter(o -> o.messageId() == line.messageId()).findFirst();
      if (known.isEmpty() || known.get().state() == LineState.WAITING) {
        replace(attempt, line.messageId(), LineState.DELIVERED, null, List.of());
      }
    }
  }

  private static void replace(
      Attempt attempt, long messageId, LineState state, String reference, List<Problem> problems) {
    var all = new ArrayList<Problem>();
    String kept = reference;
    for (var iterator = attempt.lines().iterator(); iterator.hasNext(); ) {
      var before = iterator.next();
      if (before.messageId() == messageId) {
        all.addAll(before.problems());
        kept = kept == null ? before.nationalReference() : kept;
        iterator.remove();
      }
    }
    all.addAll(problems);
    attempt.lines().add(new LineOutcome(messageId, state, kept, all));
  }

  private static byte[] sent(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().document();
  }

  private static String mediaType(Attempt attempt) {
    return attempt.encoded() == null ? null : attempt.encoded().mediaType();
  }
}
