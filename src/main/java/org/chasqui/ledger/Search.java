package org.chasqui.ledger;

import java.time.Instant;
import org.chasqui.message.MessageKind;

/**
 * Criteria for messages; null means any.
 *
 * @param visibleTo party that must have sent or received the message; null for operators of the
 *     gateway
 * @param itemPrefix first characters of the item id
 * @param recipient party it was routed to
 * @param state state of its line at the recipient
 */
public record Search(
    String visibleTo,
    String itemPrefix,
    MessageKind kind,
    String sender,
    String recipient,
    LineState state,
    Instant from,
    Instant to,
    int limit,
    String cursor) {}
