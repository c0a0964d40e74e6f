package org.chasqui.ledger;

/** What a declaration begins in the story of its item id. */
public enum Beginning {
  /** The first declaration of the id, or one that goes on with what is under way. */
  NONE(0),
  /** The id is used again for another item. */
  ANOTHER_LIFE(1),
  /** The way back of the item, declared by the post that returns it. */
  RETURN(2);

  private final int code;

  Beginning(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Beginning of(int code) {
    for (var beginning : values()) {
      if (beginning.code == code) {
        return beginning;
      }
    }
    throw new LedgerException("unknown beginning in the store: " + code);
  }
}
