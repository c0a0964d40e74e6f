package org.chasqui.ledger;

/**
 * A tracking event that was recorded before, for measuring data that comes late.
 *
 * @param sender party id of who told it
 * @param json the message
 */
public record RecordedEvent(String sender, byte[] json) {}
