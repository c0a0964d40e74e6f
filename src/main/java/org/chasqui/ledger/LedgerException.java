package org.chasqui.ledger;

/** The store is broken or a claim was lost. */
public class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LedgerException(String message) {
    super(message);
  }

  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
