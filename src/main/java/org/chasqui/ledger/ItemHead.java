package org.chasqui.ledger;

import org.chasqui.message.DecisionStatus;

/**
 * What is known of an item's latest declaration.
 *
 * @param sender party id of the post that declared it
 * @param envelopeId UUID of the declaration's message
 * @param lastDecision status of the latest decision, or null
 * @param lastDecisionVersion 0 when none
 */
public record ItemHead(
    String itemId,
    String sender,
    String declarationId,
    String envelopeId,
    String correlationId,
    int version,
    DecisionStatus lastDecision,
    int lastDecisionVersion) {}
