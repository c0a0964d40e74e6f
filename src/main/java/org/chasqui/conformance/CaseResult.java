package org.chasqui.conformance;

import java.util.List;

/**
 * What a case came to.
 *
 * @param expected in words
 * @param reason why it passed, failed or does not apply
 * @param decisions statuses that came, in their order
 */
public record CaseResult(
    String name,
    String title,
    Verdict verdict,
    String expected,
    String reason,
    List<String> decisions,
    List<Exchange> exchanges) {

  /** How a case ends. */
  public enum Verdict {
    PASSED,
    FAILED,
    NOT_APPLICABLE
  }

  /**
   * One call and its answer. Holds no header: they hold secrets.
   *
   * @param requestSha256 digest of the bytes that were sent; null for a question without any
   * @param status of HTTP; 0 when no answer came
   * @param answer its text, shortened
   * @param meaning as the gateway reads it
   */
  public record Exchange(
      String method,
      String path,
      String requestMediaType,
      int requestBytes,
      String requestSha256,
      int status,
      String answerSha256,
      String answer,
      String meaning) {}
}
