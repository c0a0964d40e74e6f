package org.chasqui.message;

/** Closed list of the regional schema for non delivery instruction. */
public enum NonDeliveryInstruction {
  RETURN,
  ABANDON,
  REDIRECT,
  CONTACT_SENDER
}
