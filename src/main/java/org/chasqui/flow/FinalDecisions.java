package org.chasqui.flow;

import java.util.EnumSet;
import java.util.Set;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;

/**
 * Which decisions end the customs treatment of an item (wco-and-canonical-model §6.6). The others
 * are steps on the way: they are told to the post, and another decision is awaited.
 */
final class FinalDecisions {
  private static final Set<DecisionStatus> FINAL =
      EnumSet.of(
          DecisionStatus.RELEASED,
          DecisionStatus.RELEASED_CONDITIONALLY,
          DecisionStatus.FORMAL_DECLARATION_REQUIRED,
          DecisionStatus.REFUSED,
          DecisionStatus.RETURN_TO_ORIGIN,
          DecisionStatus.SEIZED,
          DecisionStatus.ABANDONED,
          DecisionStatus.DESTROYED,
          DecisionStatus.CANCELLED);

  /** False for null. */
  boolean isFinal(DecisionStatus status) {
    return status != null && FINAL.contains(status);
  }

  boolean isFinal(CustomsDecision decision) {
    return isFinal(decision.status()) && !Boolean.TRUE.equals(decision.provisional());
  }
}
