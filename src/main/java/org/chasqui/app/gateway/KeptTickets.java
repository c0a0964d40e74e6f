package org.chasqui.app.gateway;

import java.util.Optional;
import org.chasqui.connector.Tickets;
import org.chasqui.ledger.Ledger;

/** The login tickets of one party in the ledger: enciphered, for every node, over restarts. */
record KeptTickets(Ledger ledger, String party) implements Tickets {
  @Override
  public Optional<String> kept(String name) {
    return ledger.partyState(party, name);
  }

  @Override
  public void keep(String name, String enciphered) {
    ledger.partyState(party, name, enciphered);
  }
}
