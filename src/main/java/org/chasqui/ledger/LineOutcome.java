package org.chasqui.ledger;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * How an attempt ended for one message.
 *
 * @param nationalReference that the party gave it, or null
 * @param problems losses of the encoding, or why it was parked or refused
 */
public record LineOutcome(
    long messageId, LineState state, String nationalReference, List<Problem> problems) {}
