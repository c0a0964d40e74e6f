package org.chasqui.connector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The submission returns a protocol number, by which the outcome is asked for until it is there. A
 * poll answered without body, or with {@code waitingValue} at {@code waitingPointer}, is not yet.
 *
 * <p>With {@code queryPath} the outcome is told once: what follows is asked for by a query that
 * returns a protocol number of its own. The protocol of the delivery is then {@code
 * number|key|query}, of which the key comes with the outcome and the query's number while it is
 * under way.
 */
final class ProtocolPoll implements Polled {
  private static final String PART = "|";

  private final String pollPath;
  private final ProtocolParts protocol;
  private final String waitingPointer;
  private final String waitingValue;
  private final Settings settings;

  ProtocolPoll(Settings settings) {
    this.settings = settings;
    this.pollPath = settings.required("pollPath");
    this.protocol = new ProtocolParts(pollPath, settings.required("protocolPointer"));
    this.waitingPointer = settings.get("waitingPointer", null);
    this.waitingValue = settings.get("waitingValue", null);
  }

  /** What is known of a delivery: its number, the key to ask with, the query under way. */
  private record Known(String number, String key, String query) {
    boolean asks() {
      return key != null && query == null;
    }

    String with(String other) {
      return number + PART + key + (other == null ? "" : PART + other);
    }
  }

  private Known known(String protocol) {
    var parts =
        settings.get("queryPath", null) == null || protocol == null
            ? new String[] {protocol}
            : protocol.split("\\|", 3);
    return new Known(
        parts[0], parts.length > 1 ? parts[1] : null, parts.length > 2 ? parts[2] : null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return numbered(body, number -> number);
  }

  private Reading numbered(AnswerBody body, UnaryOperator<String> protocolOfNumber) {
    return protocol
        .in(body)
        .<Reading>map(number -> new Reading.Submitted(protocolOfNumber.apply(number)))
        .orElseGet(() -> new Reading.TryAgain("the answer holds no protocol number", null));
  }

  @Override
  public Question question(String protocol, List<String> itemIds, Lookup lookup) {
    var known = known(protocol);
    if (known.asks()) {
      return query(known.key());
    }
    if (known.query() != null) {
      return new Question.ByPath(
          ProtocolParts.filled(settings.required("queryPollPath"), known.query()));
    }
    return Question.ByBody.of(
        settings,
        ProtocolParts.filled(pollPath, known.number()),
        Map.of("protocol", known.number()));
  }

  private Question query(String key) {
    var body = settings.required("queryBody").replace("{key}", key);
    return new Question.ByFrame(
        new Frame(
            settings.required("queryPath"),
            "application/json",
            Map.of(),
            body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public Reading polled(String protocol, HttpAnswer answer, AnswerBody body) {
    var known = known(protocol);
    if (known.asks()) {
      return numbered(body, known::with);
    }
    if (body instanceof AnswerBody.Nothing || isWaiting(body)) {
      return new Reading.StillWaiting();
    }
    var answered = Decisions.in(answer, body);
    return new Reading.Answered(
        answered.document(), answered.mediaType(), answered.items(), next(known, body));
  }

  /** Null to go on as before, for want of a key as well. */
  private String next(Known known, AnswerBody body) {
    if (settings.get("queryPath", null) == null) {
      return null;
    }
    if (known.key() != null) {
      return known.with(null);
    }
    return body.at(settings.required("queryPointer"))
        .map(key -> new Known(known.number(), key, null).with(null))
        .orElse(null);
  }

  private boolean isWaiting(AnswerBody body) {
    return waitingPointer != null
        && body.at(waitingPointer).filter(value -> value.equals(waitingValue)).isPresent();
  }
}
