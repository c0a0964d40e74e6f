package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;

/**
 * Messages on their way to one party.
 *
 * @param id from {@link Ledger#newId()}
 * @param recipient party id
 * @param codec name of the encoder; null for a document that is made already
 * @param reference EDIFACT control reference or batch id, 1 to 14 of A-Z and 0-9, unique
 * @param idempotencyKey stable over all attempts
 * @param messageIds one line each; empty for an acknowledgement
 * @param about party that the tally of told decisions belongs to: the deciding administration; null
 *     otherwise
 * @param document made already (CONTRL), else null
 * @param mediaType of that document, else null
 * @param gathering how it waits for others; null for one that is handed out at once
 * @param awaits until when it waits for a pre-advice of the sender that holds the item of its one
 *     message; null for one that does not
 */
public record NewDelivery(
    long id,
    String recipient,
    String codec,
    String reference,
    String idempotencyKey,
    List<Long> messageIds,
    String about,
    byte[] document,
    String mediaType,
    Gathering gathering,
    Instant awaits) {

  /** One that waits for no pre-advice. */
  public NewDelivery(
      long id,
      String recipient,
      String codec,
      String reference,
      String idempotencyKey,
      List<Long> messageIds,
      String about,
      byte[] document,
      String mediaType,
      Gathering gathering) {
    this(
        id,
        recipient,
        codec,
        reference,
        idempotencyKey,
        messageIds,
        about,
        document,
        mediaType,
        gathering,
        null);
  }
}
