package org.chasqui.ledger;

/** Where a deadline stands. */
public enum AlarmState {
  /** What it is for may still come in time. */
  AWAITED(100),
  /** An alarm. */
  RAISED(200),
  /** It came in time, or is awaited no longer. */
  MET(300),
  /** An alarm that is over: it came late, or is awaited no longer. */
  CLEARED(400);

  private final int code;

  AlarmState(int code) {
    this.code = code;
  }

  /** The number in the store; below 300 for one that stands. */
  int code() {
    return code;
  }

  static AlarmState of(int code) {
    for (var state : values()) {
      if (state.code == code) {
        return state;
      }
    }
    throw new LedgerException("unknown state of an alarm in the store: " + code);
  }
}
