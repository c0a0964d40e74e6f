package org.chasqui.connector;

import java.util.List;
import org.chasqui.message.Problem;

/**
 * What an answer says of one item by name.
 *
 * @param accepted false when the hub refuses this item; its siblings may be sent again without it
 * @param nationalReference number that the hub gave it, or null
 */
public record ItemAnswer(
    String itemId, boolean accepted, String nationalReference, List<Problem> problems) {}
