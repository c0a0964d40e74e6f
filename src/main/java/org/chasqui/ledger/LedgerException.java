package org.chasqui.ledger;

import java.sql.SQLException;

/** The store is broken or a claim was lost. */
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LedgerException(String message) {
    super(message);
  }

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
