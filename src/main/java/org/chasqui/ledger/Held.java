package org.chasqui.ledger;

import java.time.Instant;

/**
 * A delivery that waits for the opening hours of its party.
 *
 * @param recipient party id
 * @param until when it is tried
 */
public record Held(long deliveryId, String recipient, Instant until) {}
