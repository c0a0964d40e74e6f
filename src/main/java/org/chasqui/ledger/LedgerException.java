package org.chasqui.ledger;

import java.sql.SQLException;

/**
 * The store cannot be used (disk full, database gone, text damaged), was asked for what it cannot
 * do, or the claim of a worker was lost to another. Never an expected failure of a message: those
 * are {@link org.chasqui.message.Problem}s. Its message holds no value of a row, so it may be
 * logged.
 */
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Without a failure beneath it. */
  public LedgerException(String message) {
    super(message);
  }

  /** With the failure of driver or parser. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What failed, without the values that drivers put into their messages. */
  static String reason(Exception failure) {
    return failure instanceof SQLException broken
        ? "SQL state " + broken.getSQLState() + ", code " + broken.getErrorCode()
        : failure.getMessage();
  }
}
