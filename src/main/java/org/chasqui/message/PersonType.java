package org.chasqui.message;

/** Closed list of the regional schema for person type. */
public enum PersonType {
  NATURAL,
  LEGAL,
  ASSOCIATION,
  UNKNOWN
}
