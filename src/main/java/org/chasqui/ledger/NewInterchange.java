package org.chasqui.ledger;

import java.time.Instant;

/**
 * A document that asks to be accepted.
 *
 * @param party id of the sending party
 * @param door {@code http}, {@code folder}, {@code answer} ...
 * @param format name of the decoder
 * @param mediaType as sent or detected
 * @param key what identifies it for its party: sender, recipient and reference; the digest when it
 *     gives none
 * @param reference the reference for people (UNB 0020, CloudEvents id), or null
 * @param causedBy delivery that this answers, or 0
 */
public record NewInterchange(
    String party,
    String door,
    String format,
    String mediaType,
    String key,
    String reference,
    boolean test,
    long causedBy,
    Instant receivedAt) {}
