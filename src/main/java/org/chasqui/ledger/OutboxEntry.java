package org.chasqui.ledger;

import java.time.Instant;

/**
 * A document that waits for the party to fetch it; it stays until the party acknowledges it.
 *
 * @param deliveryId by which the party acknowledges
 * @param offeredAt since when it may be fetched; entries are listed in this order
 * @param codec name of its encoder; null for one that was made already, an acknowledgement
 * @param reference of the document, for example the interchange reference of its UNB
 * @param items how many messages it carries; 0 for an acknowledgement
 */
public record OutboxEntry(
    long deliveryId,
    Instant offeredAt,
    String codec,
    String reference,
    String mediaType,
    int items,
    byte[] document) {}
