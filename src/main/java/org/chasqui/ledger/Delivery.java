package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One document to one party, without its bytes: which messages it carries, how far it came, when it
 * is due again. Bytes and problems are in {@link DeliveryDetail}.
 *
 * @param recipient party id
 * @param codec name of the encoder; null for a document that was made already
 * @param reference of the document towards the party, for example the interchange reference
 * @param idempotencyKey the same at every attempt, so that the party can tell a repetition
 * @param attempts how often it was tried; 0 when nobody has yet
 * @param protocol number that the party gave for later questions, or null
 * @param reason why it waits or was parked, for people; null when all is well
 * @param due when it is tried or asked for again; null when nothing is to be done
 * @param lines its messages in order of their ids; empty for an acknowledgement, and where only the
 *     head was asked for
 */
public record Delivery(
    long id,
    String recipient,
    String codec,
    String reference,
    String idempotencyKey,
    DeliveryState state,
    int attempts,
    String protocol,
    String reason,
    Instant createdAt,
    Instant changedAt,
    Instant due,
    List<Line> lines) {

  /**
   * One message of it.
   *
   * @param businessKey the item or dispatch that the message is filed under
   * @param version of a declaration or decision; 0 for others
   * @param nationalReference number that the administration gave the item, or null
   */
  public record Line(
      long messageId, String businessKey, int version, LineState state, String nationalReference) {}
}
