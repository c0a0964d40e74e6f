package org.chasqui.sandbox;

/** What a simulated officer says of an item. */
enum Verdict {
  /** Known, not decided yet. */
  REGISTERED,
  HELD,
  DOCUMENTS,
  DUTY,
  RELEASED,
  REFUSED,
  /** Taken back by who declared it. */
  CANCELLED,
  /** Goes back, as who declared it asked. */
  RETURNED
}
