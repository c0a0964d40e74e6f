package org.chasqui.message;

/** Closed list of the regional schema for time type. */
public enum TimeType {
  ACTUAL,
  ESTIMATED,
  PLANNED
}
