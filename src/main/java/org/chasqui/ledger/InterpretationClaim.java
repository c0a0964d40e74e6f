package org.chasqui.ledger;

/**
 * The right to interpret an interchange.
 *
 * @param position recorded up to this position; skip what lies before
 * @param token changes with every record; the ledger's compare-and-set
 */
public record InterpretationClaim(Interchange interchange, int position, long token) {}
