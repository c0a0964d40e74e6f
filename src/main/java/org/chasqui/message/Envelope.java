package org.chasqui.message;

import java.util.Map;

/**
 * The CloudEvents 1.0 attributes of a regional message (wco-and-canonical-model §6.3). Carries no
 * personal data. {@code source} and {@code recipient} are party addresses ({@link PartyAddress}).
 *
 * @param id UUID of the message; {@code source} + {@code id} is its idempotency key
 * @param time when the sender made it, RFC 3339 with offset
 * @param correlationId UUID of the business conversation
 * @param causationId UUID of the message that this one answers, or null
 * @param test true for test traffic
 * @param other further CloudEvents attributes, kept as they came (expirytime, traceparent, ...)
 */
public record Envelope(
    String id,
    String source,
    MessageKind kind,
    String subject,
    String time,
    String recipient,
    String correlationId,
    String causationId,
    boolean test,
    Map<String, Object> other) {

  /** Copies the further attributes. */
  public Envelope {
    other = Copies.map(other);
  }

  /** The same for another recipient. */
  public Envelope to(String newRecipient) {
    return new Envelope(
        id, source, kind, subject, time, newRecipient, correlationId, causationId, test, other);
  }
}
