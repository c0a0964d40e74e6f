package org.chasqui.ledger;

import java.time.Instant;

/** A document that waits for the party to fetch it. */
public record OutboxEntry(
    long deliveryId,
    Instant offeredAt,
    String codec,
    String reference,
    String mediaType,
    int items,
    byte[] document) {}
