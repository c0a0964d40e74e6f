package org.chasqui.connector;

import java.time.Duration;
import java.util.List;
import org.chasqui.message.Problem;

/** What an answer means for the delivery. */
public sealed interface Reading {

  /**
   * Delivered.
   *
   * @param document an answer interchange with decisions, or empty when it was only a receipt
   * @param items those that the answer refuses by name
   * @param protocol by which more is asked for from now on; null for the one there is
   */
  record Answered(byte[] document, String mediaType, List<ItemAnswer> items, String protocol)
      implements Reading {

    /** An answer after which nothing is asked for otherwise than before. */
    public Answered(byte[] document, String mediaType, List<ItemAnswer> items) {
      this(document, mediaType, items, null);
    }
  }

  /** Taken in; what became of it is asked for later by this protocol number. */
  record Submitted(String protocol) implements Reading {}

  /**
   * Delivered; the decisions will be pushed to our door.
   *
   * @param reference that the hub gave, or null
   */
  record AwaitPush(String reference) implements Reading {}

  /** Nothing to tell yet: poll again later. */
  record StillWaiting() implements Reading {}

  /**
   * Refused for good.
   *
   * @param items those at fault, by name; the others may be sent again without them. Empty when the
   *     document as a whole is refused
   */
  record Refused(List<Problem> problems, List<ItemAnswer> items) implements Reading {}

  /**
   * Failed in a way that passes: hub busy or down, session lost, answer malformed.
   *
   * @param reason for people, without payload or secrets
   * @param after pause that the hub asks for; zero for at once, null when it names none
   */
  record TryAgain(String reason, Duration after) implements Reading {}
}
