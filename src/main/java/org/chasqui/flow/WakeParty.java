package org.chasqui.flow;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/** Wakes the long polls of a party once the exchange that offered something is done. */
final class WakeParty extends SynchronizationAdapter {
  private final Consumer<String> changed;
  private final String party;

  WakeParty(Consumer<String> changed, String party) {
    this.changed = changed;
    this.party = party;
  }

  @Override
  public void onComplete(Exchange exchange) {
    changed.accept(party);
  }
}
