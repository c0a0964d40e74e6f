package org.chasqui.flow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.chasqui.codec.Carriage;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.EncodeContext;
import org.chasqui.codec.Encoded;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.PartyView;
import org.chasqui.ledger.Acceptance;
import org.chasqui.ledger.DeliveryClaim;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.DeliveryState;
import org.chasqui.ledger.Ledger;
import org.chasqui.ledger.LineOutcome;
import org.chasqui.ledger.LineState;
import org.chasqui.ledger.Work;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalMessage;
import org.chasqui.profile.DocumentRule;
import org.chasqui.profile.Profiles;
import org.chasqui.rule.RuleBook;

/** The steps that every delivery takes whatever its transport: claim, encode, finish. */
public final class Delivery {
  private static final Duration LEASE = Duration.ofSeconds(90);

  private final Ledger ledger;
  private final Profiles profiles;
  private final CodecRegistry codecs;
  private final RegionalJson json;
  private final Gates gates;
  private final Predicate<Attempt> polls;
  private final Clock clock;
  private final DocumentChoice choice;
  private final Awaited awaited;

  Delivery(
      Ledger ledger,
      Profiles profiles,
      CodecRegistry codecs,
      RegionalJson json,
      RuleBook rules,
      Gates gates,
      Predicate<Attempt> polls,
      Preadvices preadvices,
      Clock clock) {
    this.ledger = ledger;
    this.profiles = profiles;
    this.codecs = codecs;
    this.json = json;
    this.gates = gates;
    this.polls = polls;
    this.clock = clock;
    this.choice = new DocumentChoice(codecs, rules);
    this.awaited = new Awaited(ledger, profiles, preadvices);
  }

  /**
   * Body: id of the delivery. Sets the attempt and the transport, or nothing when it is not ours.
   */
  public void claim(Exchange exchange) {
    long id = Long.parseLong(exchange.getMessage().getBody(String.class));
    var party = exchange.getMessage().getHeader(FlowNames.PARTY, String.class);
    // A message of JMS would make each answer one of JMS as well, at some cost.
    exchange.setMessage(new DefaultMessage(exchange));
    var opening = gates.closedUntil(party);
    if (opening.isPresent()) {
      ledger.holding().hold(party, List.of(id), opening.get());
      return;
    }
    if (!gates.enter(party, id)) {
      return;
    }
    var claim = ledger.claim(id, LEASE);
    if (claim.isEmpty()) {
      gates.leaveUnused(party);
      return;
    }
    var profile = profiles.byId(claim.get().recipient()).orElseThrow();
    exchange.setProperty(FlowNames.ATTEMPT, new Attempt(claim.get(), profile));
    exchange.setProperty(FlowNames.TRANSPORT, profile.transport().kind());
  }

  /** Makes the document, unless the delivery brings one or its answer is only polled for. */
  public void encode(Exchange exchange) {
    var attempt = attempt(exchange);
    var claim = attempt.claim();
    if (claim.polling()) {
      if (!isAsked(attempt)) {
        end(exchange, DeliveryState.DELIVERED, null);
      }
      return;
    }
    if (claim.document() != null && claim.lines().isEmpty()) {
      attempt.encoded(new Encoded(claim.document(), claim.mediaType(), List.of()));
      return;
    }
    var completed = awaited.completed(attempt.profile(), messages(claim.lines()));
    var messages = completed.messages();
    var encoder = codecs.encoder(claim.codec()).orElseThrow();
    var document = choose(attempt, messages.getFirst());
    var encoded = completed.told(encoder.encode(messages, context(attempt, encoder, messages)));
    attempt = withRoom(exchange, encoded.carriages());
    attempt.document(document, isDecidable(messages.getFirst()));
    attempt.encoded(encoded);
    sort(attempt, encoded.carriages().stream().filter(Delivery::hasRoom).toList());
    if (attempt.carried().isEmpty()) {
      end(exchange, DeliveryState.PARKED, "no item of it can be written in the party's format");
    }
  }

  /** Nothing is asked when no item waits, nor when the profile now has answers by themselves. */
  private boolean isAsked(Attempt attempt) {
    var lines = attempt.claim().lines();
    if (lines.isEmpty()) {
      return false;
    }
    choice
        .usual(attempt.profile(), attempt.claim().codec())
        .ifPresentOrElse(
            document -> attempt.document(document, true),
            () -> choose(attempt, json.read(lines.getFirst().json())));
    return polls.test(attempt);
  }

  private DocumentRule choose(Attempt attempt, RegionalMessage message) {
    var document =
        choice.document(
            attempt.profile(), message, attempt.claim().codec(), attempt.claim().createdAt());
    attempt.document(document, isDecidable(message));
    return document;
  }

  private static boolean isDecidable(RegionalMessage message) {
    return message.kind() == MessageKind.ITEM_DECLARATION;
  }

  private EncodeContext context(Attempt attempt, Encoder encoder, List<RegionalMessage> messages) {
    var claim = attempt.claim();
    var view =
        attempt.document() == null
            ? PartyView.of(attempt.profile())
            : PartyView.of(attempt.profile(), attempt.document());
    var keys = messages.stream().flatMap(each -> encoder.refersTo(each).stream()).distinct();
    return new EncodeContext(view, claim.createdAt(), claim.reference(), earlier(keys.toList()));
  }

  private Map<String, List<RegionalMessage>> earlier(List<String> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    var earlier = new HashMap<String, List<RegionalMessage>>();
    ledger
        .recorded(keys)
        .forEach(
            (key, rows) ->
                earlier.put(key, rows.stream().map(row -> json.read(row.json())).toList()));
    return earlier;
  }

  private static boolean hasRoom(Carriage carriage) {
    return carriage.state() != Carriage.State.NEXT_DOCUMENT;
  }

  /**
   * The attempt without the lines that belong in the next document, which get their own delivery.
   */
  private Attempt withRoom(Exchange exchange, List<Carriage> carriages) {
    var attempt = attempt(exchange);
    var lines = attempt.claim().lines();
    var next =
        IntStream.range(0, lines.size())
            .filter(i -> !hasRoom(carriages.get(i)))
            .mapToObj(i -> lines.get(i).messageId())
            .toList();
    if (next.isEmpty()) {
      return attempt;
    }
    long rest = ledger.newId();
    var claim =
        ledger.split(
            attempt.claim(), next, rest, Grouping.reference(rest), Grouping.idempotencyKey(rest));
    var smaller = new Attempt(claim, attempt.profile());
    exchange.setProperty(FlowNames.ATTEMPT, smaller);
    return smaller;
  }

  private static void end(Exchange exchange, DeliveryState state, String reason) {
    var attempt = attempt(exchange);
    attempt.outcome(
        new DeliveryOutcome(state, null, null, reason, null, null, null, attempt.lines()));
    exchange.setProperty(FlowNames.TRANSPORT, "nothing");
  }

  private List<RegionalMessage> messages(List<DeliveryClaim.Line> lines) {
    return lines.stream().map(line -> json.read(line.json())).toList();
  }

  private static void sort(Attempt attempt, List<Carriage> carriages) {
    var carried = new ArrayList<DeliveryClaim.Line>();
    var lines = attempt.claim().lines();
    for (int i = 0; i < lines.size(); i++) {
      var carriage = carriages.get(i);
      if (carriage.carried()) {
        carried.add(lines.get(i));
        if (!carriage.problems().isEmpty()) {
          attempt.lines().add(outcome(lines.get(i), LineState.WAITING, carriage.problems()));
        }
      } else {
        attempt.lines().add(outcome(lines.get(i), LineState.PARKED, carriage.problems()));
      }
    }
    attempt.carried(carried);
  }

  private static LineOutcome outcome(
      DeliveryClaim.Line line, LineState state, List<Problem> problems) {
    return new LineOutcome(line.messageId(), state, null, problems);
  }

  /** Records the outcome; sets header {@code ChasquiWork} when the party's answer was new. */
  public void finish(Exchange exchange) throws IOException {
    var attempt = attempt(exchange);
    exchange.getMessage().removeHeaders("*");
    var outcome = attempt.outcome();
    if (outcome.heldBack()) {
      gates.leaveUnused(attempt.profile().id());
    } else {
      gates.left(attempt.profile().id(), !isFailure(outcome));
    }
    if (attempt.answer() == null) {
      ledger.finish(attempt.claim(), outcome);
      return;
    }
    var acceptance =
        ledger.finish(attempt.claim(), outcome, attempt.answerHeader(), attempt.answer());
    if (acceptance.result() == Acceptance.Result.ACCEPTED) {
      exchange
          .getMessage()
          .setHeader(
              FlowNames.WORK,
              new Work(Work.Kind.INTERPRET, acceptance.interchangeId(), attempt.profile().id()));
    }
  }

  private static boolean isFailure(DeliveryOutcome outcome) {
    return outcome.state() == DeliveryState.READY && outcome.reason() != null;
  }

  /** Turns an exception of an attempt into its outcome. */
  void failed(Exchange exchange, Exception failure) {
    var attempt = attempt(exchange);
    gates.left(attempt.profile().id(), false);
    var after = Failures.told(failure).map(ConnectorException::after).orElse(null);
    ledger.finish(
        attempt.claim(), new Retry(clock).outcome(attempt, Failures.reason(failure), after));
  }

  static Attempt attempt(Exchange exchange) {
    return exchange.getProperty(FlowNames.ATTEMPT, Attempt.class);
  }
}
