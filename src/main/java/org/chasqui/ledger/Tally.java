package org.chasqui.ledger;

import java.time.Instant;

/**
 * Counts of a party. For an administration: declarations accepted for it, delivered to it, decided
 * by it, decisions told to the posts. For a post: what it sent (accepted) and what it was told.
 *
 * @param refused messages of it that could not be used
 * @param parked lines parked now
 * @param waiting lines not yet delivered
 * @param losses losses of the encodings to it
 * @param problems problems of what it sent
 * @param lastDelivered or null
 * @param lastDecided or null
 */
public record Tally(
    long accepted,
    long delivered,
    long decided,
    long told,
    long refused,
    long parked,
    long waiting,
    long losses,
    long problems,
    Instant lastDelivered,
    Instant lastDecided) {}
