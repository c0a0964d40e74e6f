package org.chasqui.ledger;

import java.time.Instant;

/**
 * An item in a pre-advice.
 *
 * @param messageId of the pre-advice
 * @param receptacle empty when the pre-advice names none
 * @param sender party id of who sent the pre-advice
 */
public record DispatchItem(
    String item, long messageId, String dispatch, String receptacle, String sender) {
  /** True when its pre-advice was read at this moment or later. */
  public boolean isSince(Instant moment) {
    return messageId >= Ids.floor(moment);
  }
}
