package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;

/**
 * How an attempt ended.
 *
 * @param state the new state: READY (again at {@code due}), OFFERED, SUBMITTED (poll at {@code
 *     due}, or pushed when {@code due} is null), DELIVERED, PARKED
 * @param due when the next attempt or poll is due, or null
 * @param protocol national reference, or null to keep the one there is
 * @param reason code and short text for people when it is READY again or PARKED; no personal data
 * @param document what was sent or offered, or null to keep the one there is
 * @param answer what came back, kept for the timeline, or null
 * @param lines outcome of each line; lines not named follow the delivery
 * @param heldBack true when the party was not called: the attempt does not count unless a line of
 *     it ended
 */
public record DeliveryOutcome(
    DeliveryState state,
    Instant due,
    String protocol,
    String reason,
    byte[] document,
    String mediaType,
    byte[] answer,
    List<LineOutcome> lines,
    boolean heldBack) {

  /** How an attempt that counts ended. */
  public DeliveryOutcome(
      DeliveryState state,
      Instant due,
      String protocol,
      String reason,
      byte[] document,
      String mediaType,
      byte[] answer,
      List<LineOutcome> lines) {
    this(state, due, protocol, reason, document, mediaType, answer, lines, false);
  }

  /**
   * READY again at {@code due}, without a call of the party. The next attempt makes the document
   * anew, so only lines that ended are named.
   */
  public static DeliveryOutcome heldBack(Instant due, String reason, List<LineOutcome> lines) {
    var ended = lines.stream().filter(line -> line.state() != LineState.WAITING).toList();
    return new DeliveryOutcome(
        DeliveryState.READY, due, null, reason, null, null, null, ended, true);
  }
}
