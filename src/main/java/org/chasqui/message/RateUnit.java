package org.chasqui.message;

/** Closed list of the regional schema for rate unit. */
public enum RateUnit {
  PERCENT,
  PER_UNIT
}
