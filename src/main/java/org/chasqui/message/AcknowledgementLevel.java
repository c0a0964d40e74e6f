package org.chasqui.message;

/** Closed list of the regional schema for acknowledgement level. */
public enum AcknowledgementLevel {
  TRANSPORT,
  SCHEMA,
  BUSINESS,
  DELIVERY
}
