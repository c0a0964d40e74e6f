package org.chasqui.message;

/** Closed list of the regional schema for payee. */
public enum Payee {
  CUSTOMS,
  POST,
  OTHER
}
