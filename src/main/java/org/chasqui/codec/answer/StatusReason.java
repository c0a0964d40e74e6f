package org.chasqui.codec.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Reason;

/**
 * Keeps decisions that the regional schema lets no one make without a reason. Where the authority
 * gives none, its own status is all the reason there is, and the decision must reach the post.
 */
public final class StatusReason {
  private static final Set<DecisionStatus> REASONED =
      EnumSet.of(
          DecisionStatus.HELD,
          DecisionStatus.REFUSED,
          DecisionStatus.SEIZED,
          DecisionStatus.RETURN_TO_ORIGIN,
          DecisionStatus.FORMAL_DECLARATION_REQUIRED);

  private StatusReason() {}

  /** True for a status that the regional schema lets no one give without a reason. */
  public static boolean isNeeded(DecisionStatus status) {
    return REASONED.contains(status);
  }

  /**
   * The decision with the authority's status for its reason where it needs one and has none.
   *
   * @param code the status as the authority gave it
   * @param list what the code is of
   */
  public static CustomsDecision given(CustomsDecision decision, String code, String list) {
    if (!decision.reasons().isEmpty() || !isNeeded(decision.status())) {
      return decision;
    }
    var status = new Reason(code, list, null, null, Map.of());
    return decision.toBuilder().reasons(List.of(status)).build();
  }
}
