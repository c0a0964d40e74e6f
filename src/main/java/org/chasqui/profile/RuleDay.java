package org.chasqui.profile;

/** Which day decides whether a rule holds for a declaration, in the administration's time zone. */
public enum RuleDay {
  /** The day on which the gateway received the declaration. */
  RECEIPT,
  /** The day of posting as declared; that of the receipt when none is declared. */
  POSTING
}
