package org.chasqui.ledger;

import java.util.List;

/**
 * One recorded part of an interpretation.
 *
 * @param toPosition last position of the part
 * @param problems of messages (by position) and of the interchange (position 0)
 * @param last true for the part that ends the interchange
 */
public record Interpretation(
    int toPosition,
    List<NewMessage> messages,
    List<NewProblem> problems,
    List<NewDelivery> deliveries,
    boolean last) {}
