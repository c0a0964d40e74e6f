package org.chasqui.connector;

import java.time.Duration;

/** A call could not be prepared. Names no secret. */
public final class ConnectorException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Duration after;

  /** What stood in the way. */
  public enum Kind {
    /** The partner refused a login, or answered it with nothing of use. */
    LOGIN,
    /**
     * A secret, key or certificate of ours is missing or not usable, or the profile lacks a way.
     */
    SETTINGS,
    /** The document is not one that the connection can carry. */
    DOCUMENT
  }

  /** A refused login. */
  ConnectorException(String reason, Duration after) {
    super(reason);
    this.kind = Kind.LOGIN;
    this.after = after;
  }

  ConnectorException(Kind kind, String reason) {
    super(reason);
    this.kind = kind;
    this.after = null;
  }

  /** What stood in the way. */
  public Kind kind() {
    return kind;
  }

  /** Pause before trying again makes sense, or null when the partner names none. */
  public Duration after() {
    return after;
  }
}
