package org.chasqui.rule;

import static org.chasqui.message.DecisionStatus.ABANDONED;
import static org.chasqui.message.DecisionStatus.ASSESSMENT_COMPLETE;
import static org.chasqui.message.DecisionStatus.CANCELLED;
import static org.chasqui.message.DecisionStatus.DESTROYED;
import static org.chasqui.message.DecisionStatus.DUTY_ASSESSED;
import static org.chasqui.message.DecisionStatus.FORMAL_DECLARATION_REQUIRED;
import static org.chasqui.message.DecisionStatus.HELD;
import static org.chasqui.message.DecisionStatus.REFUSED;
import static org.chasqui.message.DecisionStatus.REGISTERED;
import static org.chasqui.message.DecisionStatus.RELEASED;
import static org.chasqui.message.DecisionStatus.RELEASED_CONDITIONALLY;
import static org.chasqui.message.DecisionStatus.RETURN_TO_ORIGIN;
import static org.chasqui.message.DecisionStatus.SEIZED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * Which decision may follow which (wco-and-canonical-model §6.6). The standard lists REGISTERED,
 * SELECTED_FOR_CONTROL, HELD, DUTY_ASSESSED, RELEASED and the three final ones; the rows for the
 * others are ours. The same status may always come again with a new version.
 */
public final class DecisionRules {
  private static final Set<DecisionStatus> FINAL = EnumSet.of(SEIZED, DESTROYED, CANCELLED);
  private static final Set<DecisionStatus> ENDS_TREATMENT =
      EnumSet.of(
          RELEASED,
          RELEASED_CONDITIONALLY,
          FORMAL_DECLARATION_REQUIRED,
          REFUSED,
          RETURN_TO_ORIGIN,
          SEIZED,
          ABANDONED,
          DESTROYED,
          CANCELLED);
  private static final Map<DecisionStatus, Set<DecisionStatus>> NEXT = next();

  private DecisionRules() {}

  private static Map<DecisionStatus, Set<DecisionStatus>> next() {
    var next = new EnumMap<DecisionStatus, Set<DecisionStatus>>(DecisionStatus.class);
    for (var status : DecisionStatus.values()) {
      next.put(status, later(status));
    }
    next.put(
        REGISTERED,
        EnumSet.of(
            ASSESSMENT_COMPLETE,
            DecisionStatus.SELECTED_FOR_CONTROL,
            HELD,
            DUTY_ASSESSED,
            RELEASED,
            CANCELLED));
    next.put(DUTY_ASSESSED, EnumSet.of(RELEASED, HELD, RETURN_TO_ORIGIN, ABANDONED));
    next.put(RELEASED, EnumSet.of(HELD));
    next.put(RELEASED_CONDITIONALLY, EnumSet.of(RELEASED, HELD));
    FINAL.forEach(status -> next.put(status, EnumSet.noneOf(DecisionStatus.class)));
    return next;
  }

  /** All that stand behind it in the list of §6.6. */
  private static Set<DecisionStatus> later(DecisionStatus status) {
    var all = EnumSet.allOf(DecisionStatus.class);
    all.removeIf(other -> other.compareTo(status) <= 0);
    return all;
  }

  /** True when no other decision may follow. */
  public static boolean isFinal(DecisionStatus status) {
    return status != null && FINAL.contains(status);
  }

  /** True when customs has nothing more to do with the item unless it takes it up again. */
  public static boolean endsTreatment(DecisionStatus status) {
    return status != null && ENDS_TREATMENT.contains(status);
  }

  /** True when a status may follow another; {@code last} is null for the first decision. */
  public static boolean allows(DecisionStatus last, DecisionStatus next) {
    return last == null || (last == next && !isFinal(last)) || NEXT.get(last).contains(next);
  }

  /**
   * What is wrong with a decision in view of the latest one. A decision after a final one is an
   * error; another that is out of order is a warning, since decisions arrive out of order and all
   * of them are kept.
   *
   * @param last status of the latest decision, or null
   * @param lastVersion its version, 0 when there is none
   */
  public static List<Problem> check(
      CustomsDecision decision, DecisionStatus last, int lastVersion) {
    var problems = new ArrayList<Problem>();
    if (isFinal(last)) {
      problems.add(
          Problem.of(
              ProblemCode.ALREADY_DECIDED,
              new Location.AtPointer("/status"),
              name(decision.status()),
              "none after " + last));
      return problems;
    }
    if (decision.version() != null && decision.version() <= lastVersion) {
      problems.add(warning("/version", decision.version().toString(), "more than " + lastVersion));
    }
    if (decision.status() != null && !allows(last, decision.status())) {
      problems.add(
          warning(
              "/status", name(decision.status()), "one of " + NEXT.get(last) + " after " + last));
    }
    if (last == RELEASED && decision.status() == HELD && decision.reasons().isEmpty()) {
      problems.add(warning("/reasons", null, "the reason for holding a released item"));
    }
    return problems;
  }

  private static Problem warning(String pointer, String found, String expected) {
    return new Problem(
        ProblemCode.VERSION_ORDER,
        Severity.WARNING,
        new Location.AtPointer(pointer),
        found,
        expected);
  }

  private static String name(DecisionStatus status) {
    return status == null ? null : status.name();
  }
}
