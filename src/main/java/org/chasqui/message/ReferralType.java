package org.chasqui.message;

/** Closed list of the regional schema for referral type. */
public enum ReferralType {
  RFI,
  RFS,
  DNL,
  AMD
}
