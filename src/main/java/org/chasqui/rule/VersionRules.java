package org.chasqui.rule;

import java.util.Optional;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.ItemDeclaration;
import org.chasqui.message.Location;
import org.chasqui.message.MessageFunction;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/** Whether a declaration may follow what is known of its item. */
public final class VersionRules {
  private VersionRules() {}

  /**
   * A version that is not newer than the last one is an error, since it may no longer be delivered.
   * One that leaves a gap is a warning: the versions between may never have come this way.
   *
   * @param lastVersion of the item's latest declaration, 0 when there is none
   */
  public static Optional<Problem> order(ItemDeclaration declaration, int lastVersion) {
    var version = declaration.version();
    if (version == null || (version == lastVersion + 1 && isFunctionInOrder(declaration))) {
      return Optional.empty();
    }
    var severity = version <= lastVersion ? Severity.ERROR : Severity.WARNING;
    return Optional.of(
        new Problem(
            ProblemCode.VERSION_ORDER,
            severity,
            new Location.AtPointer("/version"),
            version + " " + declaration.function(),
            lastVersion == 0 ? "1 ORIGINAL" : lastVersion + 1 + " AMENDMENT or CANCELLATION"));
  }

  /** Only the first version is an original. */
  private static boolean isFunctionInOrder(ItemDeclaration declaration) {
    return declaration.function() == null
        || (declaration.function() == MessageFunction.ORIGINAL) == (declaration.version() == 1);
  }

  /**
   * An amendment or cancellation is refused once customs has ended the treatment of the item.
   *
   * @param lastDecision status of the latest decision that is not provisional, or null
   */
  public static Optional<Problem> decided(
      ItemDeclaration declaration, DecisionStatus lastDecision) {
    return declaration.function() != MessageFunction.ORIGINAL
            && DecisionRules.endsTreatment(lastDecision)
        ? Optional.of(
            Problem.of(
                ProblemCode.ALREADY_DECIDED,
                new Location.AtPointer("/function"),
                String.valueOf(declaration.function()),
                "none after " + lastDecision))
        : Optional.empty();
  }
}
