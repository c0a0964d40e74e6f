package org.chasqui.access;

/** What the bearer of a token may do. */
public enum Right {
  /** Push interchanges and messages in the name of the party. */
  SEND,
  /** Fetch and acknowledge the documents in the party's outbox. */
  FETCH,
  /** See what the party itself sent or received. */
  READ_OWN,
  /** See everything: for the operators of the gateway. */
  READ_ALL,
  /** Send parked deliveries again. */
  REPLAY,
  /** Read the metrics. */
  METRICS
}
