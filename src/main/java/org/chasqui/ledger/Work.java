package org.chasqui.ledger;

/**
 * Work to hand to the backbone.
 *
 * @param id of the interchange or delivery
 * @param party recipient of the delivery, or sender of the interchange
 */
public record Work(Kind kind, long id, String party) {
  /** Which queue it belongs to. */
  public enum Kind {
    INTERPRET,
    DELIVER,
    POLL
  }
}
