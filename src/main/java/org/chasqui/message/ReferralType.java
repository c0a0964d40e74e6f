package org.chasqui.message;

/**
 * What customs asks for before it decides (wco-and-canonical-model §6, {@code type} of a referral;
 * after the referral requests of ICS2).
 */
public enum ReferralType {
  /** Request for information. */
  RFI,
  /** Request for screening. */
  RFS,
  /** Do not load. */
  DNL,
  /** Request for an amendment of the declaration. */
  AMD
}
