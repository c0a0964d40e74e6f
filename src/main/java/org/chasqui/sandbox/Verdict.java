package org.chasqui.sandbox;

/** What a simulated officer says of an item. */
enum Verdict {
  /** Known, not decided yet. */
  REGISTERED,
  HELD,
  DOCUMENTS,
  DUTY,
  RELEASED,
  REFUSED
}
