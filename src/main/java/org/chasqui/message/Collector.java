package org.chasqui.message;

/** Closed list of the regional schema for collector. */
public enum Collector {
  POST,
  CUSTOMS,
  BANK,
  PLATFORM
}
