package org.chasqui.connector;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The submission returns a protocol number, by which the outcome is asked for until it is there. A
 * poll answered without body, or with {@code waitingValue} at {@code waitingPointer}, is not yet.
 *
 * <p>A number in several parts has as many pointers in {@code protocolPointer}, parted by blanks;
 * its parts stand in {@code pollPath} as {@code {protocol.1}}, {@code {protocol.2}} and so on.
 */
final class ProtocolPoll implements ResponseStrategy {
  private static final String BLANK = " ";

  private final String pollPath;
  private final List<String> protocolPointers;
  private final String waitingPointer;
  private final String waitingValue;

  ProtocolPoll(Settings settings) {
    this.pollPath = settings.required("pollPath");
    var pointer = settings.required("protocolPointer");
    // an XPath may hold blanks of its own
    this.protocolPointers =
        pollPath.contains("{protocol.1}") ? List.of(pointer.split(BLANK)) : List.of(pointer);
    this.waitingPointer = settings.get("waitingPointer", null);
    this.waitingValue = settings.get("waitingValue", null);
  }

  @Override
  public Reading submitted(HttpAnswer answer, AnswerBody body) {
    var parts = new ArrayList<String>();
    protocolPointers.forEach(pointer -> body.at(pointer).ifPresent(parts::add));
    return parts.size() < protocolPointers.size()
        ? new Reading.TryAgain("the answer holds no protocol number", null)
        : new Reading.Submitted(String.join(BLANK, parts));
  }

  @Override
  public String pollPath(String protocol, List<String> itemIds, Lookup lookup) {
    var path = pollPath.replace("{protocol}", encoded(protocol));
    var parts = protocol.split(BLANK);
    for (int i = 0; i < parts.length; i++) {
      path = path.replace("{protocol." + (i + 1) + "}", encoded(parts[i]));
    }
    return path;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
