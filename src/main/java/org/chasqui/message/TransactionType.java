package org.chasqui.message;

/** Closed list of the regional schema for transaction type. */
public enum TransactionType {
  B2C,
  B2B,
  C2C,
  C2B,
  UNKNOWN
}
