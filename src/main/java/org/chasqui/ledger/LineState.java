package org.chasqui.ledger;

/** Life of one message within a delivery. */
public enum LineState {
  WAITING(100),
  DELIVERED(400),
  /** A decision that is more than a registration came for it. */
  DECIDED(500),
  PARKED(800),
  /** The party refused this one for good. */
  REFUSED(850);

  private final int code;

  LineState(int code) {
    this.code = code;
  }

  /** The number in the store. */
  public int code() {
    return code;
  }
}
