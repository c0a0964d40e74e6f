package org.chasqui.connector;

import java.time.Duration;
import java.util.Set;

/** A call could not be prepared. Names no secret. */
public final class ConnectorException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Nothing is there, it took too long, too much was asked: nothing was said of who asks. */
  private static final Set<Integer> NOT_OF_THE_LOGIN = Set.of(404, 405, 408, 410, 429);

  private final Kind kind;
  private final transient Duration after;

  /** What stood in the way. */
  public enum Kind {
    /** The partner refused a login. */
    LOGIN,
    /**
     * The partner neither gave nor refused what was asked for: it failed, or answered otherwise.
     */
    UNANSWERED,
    /**
     * A secret, key or certificate of ours is missing or not usable, or the profile lacks a way.
     */
    SETTINGS,
    /** The document is not one that the connection can carry. */
    DOCUMENT
  }

  ConnectorException(Kind kind, String reason, Duration after) {
    super(reason);
    this.kind = kind;
    this.after = after;
  }

  ConnectorException(Kind kind, String reason) {
    this(kind, reason, null);
  }

  /** Of a login that was answered with a status that is no success. */
  static ConnectorException login(int status, Duration after) {
    boolean refused = status / 100 == 4 && !NOT_OF_THE_LOGIN.contains(status);
    return new ConnectorException(
        refused ? Kind.LOGIN : Kind.UNANSWERED, "login refused: status " + status, after);
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
