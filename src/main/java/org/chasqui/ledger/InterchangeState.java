package org.chasqui.ledger;

/** Life of an interchange. Gaps leave room; a participle is under way, a past is confirmed. */
public enum InterchangeState {
  RECEIVING(50),
  ACCEPTED(100),
  INTERPRETING(200),
  /** All items usable. */
  INTERPRETED(300),
  /** Some items refused. */
  PARTLY_REFUSED(310),
  /** Nothing usable. */
  REFUSED(320);

  private final int code;

  InterchangeState(int code) {
    this.code = code;
  }

  /** The number in the store. */
  public int code() {
    return code;
  }
}
