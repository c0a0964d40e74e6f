package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;

/**
 * The right to make one attempt at a delivery.
 *
 * @param attempt counted from 1
 * @param polling true when the submission was made and its answer is asked for
 * @param protocol national reference of the submission, or null
 * @param firstSubmittedAt when it was submitted, or null
 * @param document made already, or null; null for a poll
 * @param lines the messages still to carry
 */
public record DeliveryClaim(
    long id,
    String recipient,
    String codec,
    String reference,
    String idempotencyKey,
    int attempt,
    boolean polling,
    String protocol,
    Instant createdAt,
    Instant firstSubmittedAt,
    byte[] document,
    String mediaType,
    List<Line> lines,
    long token) {

  /** One message of the delivery, with its canonical JSON. */
  public record Line(long messageId, String businessKey, int version, byte[] json) {}

  /** The claim with other lines. */
  DeliveryClaim with(List<Line> others) {
    return new DeliveryClaim(
        id,
        recipient,
        codec,
        reference,
        idempotencyKey,
        attempt,
        polling,
        protocol,
        createdAt,
        firstSubmittedAt,
        document,
        mediaType,
        List.copyOf(others),
        token);
  }
}
