package org.chasqui.message;

/** Closed list of the regional schema for control type. */
public enum ControlType {
  DOCUMENTARY,
  NON_INTRUSIVE,
  PHYSICAL,
  SAMPLE,
  OTHER_AGENCY
}
