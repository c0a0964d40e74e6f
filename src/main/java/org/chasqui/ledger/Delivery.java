package org.chasqui.ledger;

import java.time.Instant;
import java.util.List;

/** A delivery without its documents. */
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

  /** One message of it. */
  public record Line(
      long messageId, String businessKey, int version, LineState state, String nationalReference) {}
}
