package org.chasqui.ledger;

import java.time.Instant;

/**
 * What a service answered about an item.
 *
 * @param name of the service in the profile
 * @param applied the rule that it evaluates and what it said, one line as in an assessment
 */
public record Enriched(long messageId, String name, String applied, Instant askedAt) {}
