package org.chasqui.sandbox;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** One hub, on a socket or in a folder. Thread-safe. */
interface RunningHub {

  String party();

  /** Address as the profile of the party takes it. */
  String location();

  /** The same as an address. */
  URI address();

  ItemRegister register();

  HubCounters counters();

  /** Where declarations wait for who asks; empty when the hub is no such service. */
  Optional<DeclarationStore> store();

  Pusher pusher();

  boolean isRunning();

  /** Opens it, at the same place as before. */
  void start() throws IOException;

  /** Closes it; what was taken in is kept. */
  void stop();
}
