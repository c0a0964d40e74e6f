package org.chasqui.console;

/** How a party is doing, worst first. */
enum PartyState {
  /** The circuit breaker is open: the last calls failed. */
  INTERRUPTED,
  /** Within a window of its calendar in which it may not be called. */
  CLOSED,
  /** Items wait and none was delivered for a minute. */
  DELAYED,
  OK
}
