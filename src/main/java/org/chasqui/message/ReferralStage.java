package org.chasqui.message;

/** Closed list of the regional schema for referral stage. */
public enum ReferralStage {
  PRE_LOADING,
  PRE_ARRIVAL,
  AT_PRESENTATION,
  POST_RELEASE
}
