package org.chasqui.message;

/** Closed list of the regional schema for acknowledgement status. */
public enum AcknowledgementStatus {
  RECEIVED,
  ACCEPTED,
  ACCEPTED_WITH_WARNINGS,
  REJECTED,
  DUPLICATE,
  DELIVERED,
  EXPIRED
}
