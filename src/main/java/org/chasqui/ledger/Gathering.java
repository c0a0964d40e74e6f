package org.chasqui.ledger;

import java.time.Duration;

/**
 * Lets a delivery that is not full wait a moment for others that may share its document, so that
 * items which come one by one do not leave one by one.
 *
 * @param key deliveries to one recipient may share a document when their keys are equal
 * @param most lines that one document may carry
 * @param pause how long it waits before it may be handed out
 */
public record Gathering(String key, int most, Duration pause) {}
