package org.chasqui.connector;

import java.io.IOException;
import java.util.Map;

/** One way of proving who the gateway is. Thread-safe. */
interface AuthenticationModule {

  /** Adds to the headers of a call what proves who we are; logs in first when needed. */
  void authorise(Map<String, String> headers) throws IOException, ConnectorException;

  /** Sees every answer: renews or drops what the next call proves itself with. */
  default void observe(HttpAnswer answer) {}

  /** The call that was authorised last got no answer. */
  default void unanswered() {}

  /** Needs no proof. */
  final class None implements AuthenticationModule {
    @Override
    public void authorise(Map<String, String> headers) {
      // a hub on a private line: nothing to add
    }
  }
}
