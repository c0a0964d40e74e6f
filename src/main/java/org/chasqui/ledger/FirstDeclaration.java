package org.chasqui.ledger;

import java.time.Instant;

/**
 * The first usable declaration of an item, for measuring how early the data was there.
 *
 * @param receivedAt when its interchange was received
 * @param json the message; null when it was purged
 */
public record FirstDeclaration(long messageId, String sender, Instant receivedAt, byte[] json) {}
