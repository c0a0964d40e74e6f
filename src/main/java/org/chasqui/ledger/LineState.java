package org.chasqui.ledger;

/**
 * Life of one message within a delivery, which may end before the delivery does: an answer can
 * refuse or decide one item of many. Numbers leave gaps; they stand in the store and never change
 * their meaning.
 */
public enum LineState {
  /** As far as its delivery is. */
  WAITING(100),
  /** The party has it. */
  DELIVERED(400),
  /** A decision that is more than a registration came for it. */
  DECIDED(500),
  /** Stopped with a reason; waits for replay. */
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
