package org.chasqui.ledger;

/**
 * The answer to {@link Ledger#accept}.
 *
 * @param interchangeId of the new or the earlier interchange
 */
public record Acceptance(Result result, long interchangeId) {
  /** What became of the document. */
  public enum Result {
    ACCEPTED,
    DUPLICATE,
    /** Same key, other content: refused with EAD-1003. */
    CONFLICT
  }
}
