package org.chasqui.profile;

import java.time.Duration;
import java.util.Map;

/**
 * How the decision comes back.
 *
 * @param strategy {@code synchronous}: in the answer to the submission; {@code protocol-poll}: the
 *     submission returns a protocol number that is polled; {@code list-poll}: a list, then details;
 *     {@code item-status}: a status query by item; {@code push}: the hub calls our door; {@code
 *     none} for a party that fetches from its outbox
 * @param settings of the strategy: paths, pointers to the protocol number, ...
 * @param firstPoll how long after the submission the first poll comes
 * @param pollEvery the pause between polls
 * @param giveUpAfter when an unanswered delivery is parked
 */
public record Response(
    String strategy,
    Map<String, String> settings,
    Duration firstPoll,
    Duration pollEvery,
    Duration giveUpAfter) {}
