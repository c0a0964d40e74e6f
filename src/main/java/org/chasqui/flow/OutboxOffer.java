package org.chasqui.flow;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.chasqui.ledger.DeliveryOutcome;
import org.chasqui.ledger.DeliveryState;

/** Offers an encoded document in the outbox of a party that fetches. */
public final class OutboxOffer {
  private final Consumer<String> changed;

  /**
   * @param changed told the party whose outbox has something new, to wake its long polls
   */
  OutboxOffer(Consumer<String> changed) {
    this.changed = changed;
  }

  /** Sets the outcome of the attempt and wakes the party once it is recorded. */
  public void offer(Exchange exchange) {
    var attempt = Delivery.attempt(exchange);
    var encoded = attempt.encoded();
    boolean any = encoded.document().length > 0;
    attempt.outcome(
        new DeliveryOutcome(
            any ? DeliveryState.OFFERED : DeliveryState.PARKED,
            null,
            null,
            any ? null : "no message of it could be written",
            encoded.document(),
            encoded.mediaType(),
            null,
            attempt.lines()));
    var party = attempt.profile().id();
    exchange.getExchangeExtension().addOnCompletion(new WakeParty(changed, party));
  }
}
