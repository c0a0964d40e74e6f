package org.chasqui.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * One event of the append-only timeline.
 *
 * @param type past participle: {@code received}, {@code interpreted}, {@code delivered}, {@code
 *     submitted}, {@code offered}, {@code told}, {@code polled}, {@code delayed}, {@code parked},
 *     {@code replayed}
 * @param interchangeId or 0
 * @param deliveryId or 0
 * @param detail ids, counts and digests; no personal data
 */
public record Event(
    long sequence,
    Instant at,
    String type,
    String party,
    long interchangeId,
    long deliveryId,
    Map<String, String> detail,
    String hash) {}
