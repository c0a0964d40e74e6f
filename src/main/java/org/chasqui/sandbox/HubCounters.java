package org.chasqui.sandbox;

/**
 * What a hub has counted.
 *
 * @param calls all calls, logins and polls included
 * @param submissions calls that brought a document
 * @param items different items taken in
 * @param keys different idempotency keys of documents taken in
 * @param wireDuplicates items that came again
 * @param duplicatesWithOtherKey those of them that came with another idempotency key
 * @param refusedItems items refused as invalid, each time they came
 * @param failures answers 5xx and malformed ones, given on purpose
 * @param decisionsSent decisions given out: pushed and taken, or answered
 * @param pushesPending decisions that wait to be pushed, made or not
 * @param pushesRefused decisions whose push the gateway refused for good
 */
public record HubCounters(
    long calls,
    long submissions,
    long items,
    long keys,
    long wireDuplicates,
    long duplicatesWithOtherKey,
    long refusedItems,
    long failures,
    long decisionsSent,
    long pushesPending,
    long pushesRefused) {}
