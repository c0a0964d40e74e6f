package org.chasqui.ledger;

import org.chasqui.message.Problem;

/** A recorded problem; delivery 0 when it is of the interpretation. */
public record ProblemRow(
    long interchangeId, long messageId, long deliveryId, int position, Problem problem) {}
