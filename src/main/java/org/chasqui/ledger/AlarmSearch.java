package org.chasqui.ledger;

/**
 * Criteria for alarms; null means any.
 *
 * @param seenBy only those that this party is to meet or told of
 * @param party who is to move
 * @param subject item or dispatch
 * @param state awaited ones come by their due time, soonest first; alarms newest first; null for
 *     alarms, whether they stand or not
 * @param cursor from the page before
 */
public record AlarmSearch(
    String seenBy,
    String party,
    AlarmKind kind,
    String subject,
    AlarmState state,
    int limit,
    String cursor) {}
