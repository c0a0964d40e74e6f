package org.chasqui.ledger;

/**
 * A usable message that was recorded before under a key.
 *
 * @param sender party id of who sent it
 * @param json the message
 */
public record RecordedMessage(String sender, byte[] json) {}
