package org.chasqui.ledger;

import org.chasqui.message.Problem;

/**
 * A problem to record.
 *
 * @param position of the message within the interchange, 0 for the interchange as a whole
 * @param messageId of the message, 0 when there is none
 */
public record NewProblem(int position, long messageId, Problem problem) {}
