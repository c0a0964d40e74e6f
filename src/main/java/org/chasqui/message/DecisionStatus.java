package org.chasqui.message;

/** Canonical status of a customs decision (wco-and-canonical-model §6.6). */
public enum DecisionStatus {
  REGISTERED,
  ASSESSMENT_COMPLETE,
  SELECTED_FOR_CONTROL,
  HELD,
  DUTY_ASSESSED,
  RELEASED,
  RELEASED_CONDITIONALLY,
  FORMAL_DECLARATION_REQUIRED,
  REFUSED,
  RETURN_TO_ORIGIN,
  SEIZED,
  ABANDONED,
  DESTROYED,
  CANCELLED
}
