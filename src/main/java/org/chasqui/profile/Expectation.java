package org.chasqui.profile;

import java.time.Duration;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.EventType;
import org.chasqui.message.MessageKind;

/**
 * An event that a party is to tell some time after a message (docs/item-life.md).
 *
 * @param after kind of the message
 * @param status of a decision; null for any
 * @param of the event that the message tells; null for any
 * @param event that is expected
 * @param within from when the gateway received the message
 * @param eachItem of a pre-advice: expected of every item, not of the dispatch once
 */
public record Expectation(
    MessageKind after,
    DecisionStatus status,
    EventType of,
    EventType event,
    Duration within,
    boolean eachItem) {}
