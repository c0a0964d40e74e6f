package org.chasqui.ledger;

/** Life of a delivery. Gaps leave room; a participle is under way, a past is confirmed. */
public enum DeliveryState {
  READY(100),
  DELIVERING(200),
  /** In the outbox of a party that fetches. */
  OFFERED(250),
  /** Taken by the hub, which answers by protocol number or push. */
  SUBMITTED(300),
  POLLING(310),
  /** The party has it: the hub confirmed, or the post acknowledged. */
  DELIVERED(400),
  /** Stopped with a reason; waits for replay. */
  PARKED(800);

  private final int code;

  DeliveryState(int code) {
    this.code = code;
  }

  /** The number in the store. */
  public int code() {
    return code;
  }
}
