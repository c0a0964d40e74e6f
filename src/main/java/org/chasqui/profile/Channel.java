package org.chasqui.profile;

/** Who brings an item before customs; a regime is often for one of them alone. */
public enum Channel {
  /** The designated operator: what the gateway carries. */
  POST,
  /** Express carriers; kept to be read, never applied to a postal item. */
  COURIER
}
