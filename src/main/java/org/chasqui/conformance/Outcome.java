package org.chasqui.conformance;

import java.util.List;
import java.util.stream.Collectors;
import org.chasqui.message.DecisionStatus;

/** How a case ended and why. */
record Outcome(CaseResult.Verdict verdict, String reason) {
  static Outcome passed(String reason) {
    return new Outcome(CaseResult.Verdict.PASSED, reason);
  }

  static Outcome failed(String reason) {
    return new Outcome(CaseResult.Verdict.FAILED, reason);
  }

  static Outcome notApplicable(String reason) {
    return new Outcome(CaseResult.Verdict.NOT_APPLICABLE, reason);
  }

  /** What a case expects, in words. */
  static String expected(ConformanceCase one) {
    var wanted = one.decisions();
    var then = wanted == null ? "" : "decided " + words(wanted.last());
    var first = wanted == null || wanted.first().isEmpty() ? "" : words(wanted.first()) + ", then ";
    return switch (one.step()) {
      case OUTCOME -> first + then;
      case RECOVERS -> "a failure, then under the same key " + then;
      case REFUSES_ITEM -> "the item refused by name or decided REFUSED";
      case DUPLICATE -> "taken both times, " + then + " once";
      case MALFORMED_DOCUMENT -> "a refusal (4xx)";
      case UNKNOWN_CODE -> "refused with a reason, or " + then;
      case BATCH -> "every item " + then;
      case OVERSIZE_BATCH -> "a refusal (4xx), or every item " + then;
      case AUTHENTICATION_REFUSED -> "no entry (401, 403, or the login refused)";
    };
  }

  static String words(List<DecisionStatus> statuses) {
    return statuses.stream().map(DecisionStatus::name).collect(Collectors.joining(" or "));
  }
}
