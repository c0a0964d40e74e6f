package org.chasqui.connector;

import java.time.Duration;

/** A call could not be prepared: login refused or secret missing. Names no secret. */
public final class ConnectorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Duration after;

  ConnectorException(String reason, Duration after) {
    super(reason);
    this.after = after;
  }

  /** Pause before trying again makes sense, or null when the partner names none. */
  public Duration after() {
    return after;
  }
}
