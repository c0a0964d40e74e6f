package org.chasqui.conformance;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.chasqui.connector.ConnectorException;
import org.chasqui.connector.Reading;
import org.chasqui.message.DecisionStatus;

/** Judges what became of the one item of a case. */
record Judgement(ConformanceCase one, Delivery delivery, String itemId) {

  /** True when nothing further is to be waited for. */
  boolean ended() {
    if (delivery.refused().contains(itemId)) {
      return true;
    }
    var statuses = delivery.decided().getOrDefault(itemId, List.of());
    return statuses.stream().anyMatch(status -> one.decisions().last().contains(status));
  }

  /**
   * The outcome.
   *
   * @param decided what the hub decided, in order
   * @param last true when the decision came that the case ends with
   */
  Outcome of(List<DecisionStatus> decided, boolean last, Duration patience)
      throws IOException, InterruptedException, ConnectorException {
    boolean refused =
        delivery.last() instanceof Reading.Refused || delivery.refused().contains(itemId);
    if (refused) {
      return one.step() == ConformanceCase.Step.UNKNOWN_CODE
          ? Outcome.passed("refused with a reason")
          : Outcome.failed("refused");
    }
    if (delivery.last() instanceof Reading.TryAgain again) {
      return Outcome.failed("after " + delivery.attempts() + " attempts: " + again.reason());
    }
    if (!last) {
      var came = decided.isEmpty() ? "no decision" : "only " + Outcome.words(decided);
      return Outcome.failed("within " + patience.toSeconds() + " s " + came);
    }
    var first = one.decisions().first();
    if (!first.isEmpty() && decided.stream().noneMatch(first::contains)) {
      return Outcome.failed(
          "decided " + Outcome.words(decided) + " without " + Outcome.words(first) + " before");
    }
    return passed(decided);
  }

  private Outcome passed(List<DecisionStatus> decided)
      throws IOException, InterruptedException, ConnectorException {
    return switch (one.step()) {
      case RECOVERS ->
          delivery.attempts() == 1
              ? Outcome.notApplicable("the hub did not fail")
              : Outcome.passed("taken at attempt " + delivery.attempts());
      case DUPLICATE -> again();
      default -> Outcome.passed("decided " + Outcome.words(decided));
    };
  }

  private Outcome again() throws IOException, InterruptedException, ConnectorException {
    var before = List.copyOf(delivery.decided().get(itemId));
    delivery.submit();
    if (delivery.last() instanceof Reading.Refused || delivery.last() instanceof Reading.TryAgain) {
      return Outcome.failed("the repetition was not taken");
    }
    var after = delivery.decided().get(itemId);
    return after.equals(before)
        ? Outcome.passed("taken both times, decided " + Outcome.words(after))
        : Outcome.failed("the repetition changed the decision to " + Outcome.words(after));
  }
}
