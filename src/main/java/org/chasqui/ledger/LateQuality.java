package org.chasqui.ledger;

import java.util.List;

/**
 * Counts that a later message brings about a declaration: added once, whatever comes again.
 *
 * @param messageId of the declaration
 * @param bit 1, 2, 4 ...: which measure is taken
 */
public record LateQuality(long messageId, int bit, List<QualityCount> counts) {}
