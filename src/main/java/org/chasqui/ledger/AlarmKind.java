package org.chasqui.ledger;

/** What a deadline is for, and what its alarm says (docs/item-life.md). */
public enum AlarmKind {
  /** An event that a profile expects has not come. */
  EVENT_MISSING(1),
  /** A referral must be answered soon. */
  REFERRAL_DUE(2),
  /** A referral was not answered by its due time. */
  REFERRAL_OVERDUE(3),
  /** Customs have not moved since a referral was answered. */
  ASSESSMENT_OVERDUE(4),
  /** Nobody has confirmed that an item is not loaded. */
  DO_NOT_LOAD_UNCONFIRMED(5),
  /** An item that must not be loaded travels. */
  DO_NOT_LOAD_MOVED(6),
  /** A dispatch holds items that its post has not declared. */
  ITEMS_UNDECLARED(7);

  private final int code;

  AlarmKind(int code) {
    this.code = code;
  }

  /** The number in the store; never changes. */
  int code() {
    return code;
  }

  static AlarmKind of(int code) {
    for (var kind : values()) {
      if (kind.code == code) {
        return kind;
      }
    }
    throw new LedgerException("unknown kind of alarm in the store: " + code);
  }
}
