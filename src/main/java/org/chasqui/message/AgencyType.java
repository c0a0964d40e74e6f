package org.chasqui.message;

/** Closed list of the regional schema for agency type. */
public enum AgencyType {
  CUSTOMS,
  SANITARY,
  SECURITY,
  OTHER
}
