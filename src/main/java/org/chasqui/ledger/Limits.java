package org.chasqui.ledger;

/** Keeps every list bounded, whatever the caller asks for. */
final class Limits {
  /** Rows of one page at most. */
  static final int PAGE = 1000;

  private Limits() {}

  static int page(int limit) {
    return Math.max(1, Math.min(limit, PAGE));
  }
}
