package org.chasqui.connector;

import java.util.List;

/**
 * The submission returns a protocol number, by which the outcome is asked for until it is there. A
 * poll answered without body, or with {@code waitingValue} at {@code waitingPointer}, is not yet.
 */
final class ProtocolPoll implements ResponseStrategy {
  private final String pollPath;
  private final ProtocolParts protocol;
  private final String waitingPointer;
  private final String waitingValue;

  ProtocolPoll(Settings settings) {
    this.pollPath = settings.required("pollPath");
    this.protocol = new ProtocolParts(pollPath, settings.required("protocolPointer"));
    this.waitingPointer = settings.get("waitingPointer", null);
    this.waitingValue = settings.get("waitingValue", null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    return protocol
        .in(body)
        .<Reading>map(Reading.Submitted::new)
        .orElseGet(() -> new Reading.TryAgain("the answer holds no protocol number", null));
  }

  @Override
  public String pollPath(String protocol, List<String> itemIds, Lookup lookup) {
    return ProtocolParts.filled(pollPath, protocol);
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
