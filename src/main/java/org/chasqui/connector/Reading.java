package org.chasqui.connector;

import java.time.Duration;
import java.util.List;
import org.chasqui.message.Problem;

/**
 * What an answer of a party means for the delivery, whatever its protocol: the response strategy of
 * the profile ({@code response.strategy}) makes it, the ledger acts on it. One answer is one of
 * these, so that none can be passed over.
 */
public sealed interface Reading {

  /**
   * Delivered.
   *
   * @param document an answer interchange with decisions, or empty when it was only a receipt
   * @param mediaType of the document, as the party or the profile names it
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

  /**
   * Taken in; what became of it is asked for later.
   *
   * @param protocol number by which it is asked for, as the party gave it
   */
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
   * @param problems why, located in the document that was sent where the answer says it
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
