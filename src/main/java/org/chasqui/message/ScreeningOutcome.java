package org.chasqui.message;

/** Closed list of the regional schema for screening outcome. */
public enum ScreeningOutcome {
  CLEARED,
  SUSPECT,
  NOT_SCREENED,
  INCONCLUSIVE
}
