package org.chasqui.flow;

import java.util.List;
import org.chasqui.message.Problem;

/** What became of a document at a door. */
sealed interface IntakeResult {

  /** In the ledger, durable. */
  record Accepted(long interchangeId, String party, String reference) implements IntakeResult {}

  /** The same document was accepted before; nothing was done. */
  record Duplicate(long interchangeId, String reference) implements IntakeResult {}

  /**
   * Not taken.
   *
   * @param status HTTP status
   * @param conflictsWith earlier interchange with the same reference, or 0
   */
  record Refused(int status, List<Problem> problems, long conflictsWith) implements IntakeResult {}

  /** Try again later (P8). */
  record Busy(int status, String reason, int retryAfterSeconds) implements IntakeResult {}

  /** Not authenticated or not allowed to send. */
  record Denied(int status, String reason) implements IntakeResult {}
}
