package org.chasqui.message;

/** Closed list of the regional schema for payment status. */
public enum PaymentStatus {
  NOT_DUE,
  DUE,
  PAID,
  GUARANTEED,
  WAIVED
}
