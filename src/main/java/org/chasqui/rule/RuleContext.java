package org.chasqui.rule;

import java.time.Instant;

/**
 * What the rules need beside the message.
 *
 * @param receivedAt when the message was accepted: the present, for rules about time
 * @param test true for test traffic
 * @param parties what is known of operators and ids
 */
public record RuleContext(Instant receivedAt, boolean test, PartyFacts parties) {}
