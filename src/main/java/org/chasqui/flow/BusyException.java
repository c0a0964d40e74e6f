package org.chasqui.flow;

/** The gateway cannot take more now; the caller is told when to come again. */
final class BusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int retryAfterSeconds;

  BusyException(String message, int retryAfterSeconds, Throwable cause) {
    super(message, cause);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
