package org.chasqui.flow;

import java.util.List;
import org.chasqui.profile.Enrichment;
import org.chasqui.rule.AppliedRule;
import org.chasqui.rule.Outcome;
import org.chasqui.rule.QuotaQuestion;
import org.chasqui.rule.Reason;

/** What the answer of a service says of the quota. A word that the profile lacks is no answer. */
final class EnquiryAnswers {
  private EnquiryAnswers() {}

  static AppliedRule meaning(Enrichment service, QuotaQuestion question, String value) {
    if (service.counts()) {
      return counted(question, value);
    }
    if (holds(service.within(), value)) {
      return said(question, Outcome.WITHIN, question.compared());
    }
    return holds(service.above(), value)
        ? said(question, Outcome.ABOVE, question.compared())
        : Enriching.notEvaluated(question, Reason.NO_ANSWER);
  }

  /** With this item there is one more than the service has counted. */
  private static AppliedRule counted(QuotaQuestion question, String value) {
    if (question.items() == null || !value.matches("[0-9]{1,6}")) {
      return Enriching.notEvaluated(question, Reason.NO_ANSWER);
    }
    int items = Integer.parseInt(value) + 1;
    var outcome = items > question.items() ? Outcome.ABOVE : Outcome.WITHIN;
    return said(question, outcome, items + " / " + question.items());
  }

  private static AppliedRule said(QuotaQuestion question, Outcome outcome, String compared) {
    return new AppliedRule(question.rule(), outcome, compared, null, question.rate());
  }

  private static boolean holds(List<String> words, String value) {
    return words.stream().anyMatch(value.strip()::equalsIgnoreCase);
  }
}
