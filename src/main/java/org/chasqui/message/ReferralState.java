package org.chasqui.message;

/** Closed list of the regional schema for referral state. */
public enum ReferralState {
  OPEN,
  WITHDRAWN,
  CLOSED
}
