package org.chasqui.ledger;

/**
 * An item in a pre-advice.
 *
 * @param messageId of the pre-advice
 * @param receptacle empty when the pre-advice names none
 * @param sender party id of who sent the pre-advice
 */
public record DispatchItem(
    String item, long messageId, String dispatch, String receptacle, String sender) {}
