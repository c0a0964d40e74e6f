package org.chasqui.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The submission returns a protocol number, by which the outcome is asked for until it is there. A
 * poll answered without body, or with {@code waitingValue} at {@code waitingPointer}, is not yet.
 */
final class ProtocolPoll implements Polled {
  private final Settings settings;
  private final String pollPath;
  private final String protocolPointer;
  private final String waitingPointer;
  private final String waitingValue;

  ProtocolPoll(Settings settings) {
    this.settings = settings;
    this.pollPath = settings.required("pollPath");
    this.protocolPointer = settings.required("protocolPointer");
    this.waitingPointer = settings.get("waitingPointer", null);
    this.waitingValue = settings.get("waitingValue", null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return body.at(protocolPointer)
        .<Reading>map(Reading.Submitted::new)
        .orElseGet(() -> new Reading.TryAgain("the answer holds no protocol number", null));
  }

  @Override
  public Question question(String protocol, List<String> itemIds, Lookup lookup) {
    var path = pollPath.replace("{protocol}", URLEncoder.encode(protocol, StandardCharsets.UTF_8));
    return Question.ByBody.of(settings, path, Map.of("protocol", protocol));
  }

  @Override
  public Reading polled(HttpAnswer answer, AnswerBody body) {
    if (body instanceof AnswerBody.Nothing || isWaiting(body)) {
      return new Reading.StillWaiting();
    }
    return Decisions.in(answer, body);
  }

  private boolean isWaiting(AnswerBody body) {
    return waitingPointer != null
        && body.at(waitingPointer).filter(value -> value.equals(waitingValue)).isPresent();
  }
}
