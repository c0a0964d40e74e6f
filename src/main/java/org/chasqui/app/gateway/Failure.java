package org.chasqui.app.gateway;

/** A command cannot go on for a reason that the user can act on; shown without a stack trace. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  /** Wrong use of the command line: exit code 2. */
  public static Failure usage(String message) {
    return new Failure(2, message);
  }

  /** The run cannot be done: exit code 1. */
  public static Failure run(String message) {
    return new Failure(1, message);
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }
}
