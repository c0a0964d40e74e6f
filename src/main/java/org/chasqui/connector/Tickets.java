package org.chasqui.connector;

import java.util.Optional;

/**
 * Keeps login tickets over restarts and for other nodes. What it is given is enciphered; a ticket
 * that is lost costs a login, no more. Thread-safe.
 */
public interface Tickets {
  /** Keeps none. */
  Tickets NONE =
      new Tickets() {
        @Override
        public Optional<String> kept(String name) {
          return Optional.empty();
        }

        @Override
        public void keep(String name, String enciphered) {
          // not kept
        }
      };

  /** What was kept last under a name. */
  Optional<String> kept(String name);

  /** Keeps a text in place of what was kept before. */
  void keep(String name, String enciphered);
}
