package org.chasqui.ledger;

/** Opens ledgers. */
public final class Ledgers {
  private Ledgers() {}

  /**
   * Opens the ledger, makes or updates its tables. The caller closes it.
   *
   * @throws LedgerException when the store cannot be reached or is of a later version
   */
  public static Ledger open(LedgerConfiguration configuration) {
    return SqlLedger.open(configuration);
  }
}
