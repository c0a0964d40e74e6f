package org.chasqui.codec.upu;

import java.util.Map;
import org.chasqui.message.CustomsDecision;
import org.chasqui.message.DecisionStatus;

/**
 * Decision statuses as processing indicators (UN 7365) of GIS. The UN list is that of customs
 * declarations: each status has the closest code (ours), and a status that shares its code with a
 * plainer one stands beside it in 7187.
 */
final class DecisionCodes {
  private static final String DOCUMENTS = "6";

  private static final Map<DecisionStatus, String> CODES =
      Map.ofEntries(
          Map.entry(DecisionStatus.REGISTERED, "1"),
          Map.entry(DecisionStatus.ASSESSMENT_COMPLETE, "9"),
          Map.entry(DecisionStatus.SELECTED_FOR_CONTROL, "5"),
          Map.entry(DecisionStatus.HELD, "7"),
          Map.entry(DecisionStatus.DUTY_ASSESSED, "1"),
          Map.entry(DecisionStatus.RELEASED, "4"),
          Map.entry(DecisionStatus.RELEASED_CONDITIONALLY, "8"),
          Map.entry(DecisionStatus.FORMAL_DECLARATION_REQUIRED, "10"),
          Map.entry(DecisionStatus.REFUSED, "25"),
          Map.entry(DecisionStatus.RETURN_TO_ORIGIN, "25"),
          Map.entry(DecisionStatus.SEIZED, "7"),
          Map.entry(DecisionStatus.ABANDONED, "7"),
          Map.entry(DecisionStatus.DESTROYED, "7"),
          Map.entry(DecisionStatus.CANCELLED, "2"));

  private static final Map<String, DecisionStatus> STATUSES =
      Map.ofEntries(
          Map.entry("1", DecisionStatus.REGISTERED),
          Map.entry("17", DecisionStatus.REGISTERED),
          Map.entry("9", DecisionStatus.ASSESSMENT_COMPLETE),
          Map.entry("5", DecisionStatus.SELECTED_FOR_CONTROL),
          Map.entry(DOCUMENTS, DecisionStatus.HELD),
          Map.entry("7", DecisionStatus.HELD),
          Map.entry("4", DecisionStatus.RELEASED),
          Map.entry("8", DecisionStatus.RELEASED_CONDITIONALLY),
          Map.entry("10", DecisionStatus.FORMAL_DECLARATION_REQUIRED),
          Map.entry("25", DecisionStatus.REFUSED),
          Map.entry("2", DecisionStatus.REFUSED),
          Map.entry("3", DecisionStatus.REFUSED),
          Map.entry("14", DecisionStatus.REFUSED));

  private DecisionCodes() {}

  /** The code of a decision. */
  static String code(CustomsDecision decision) {
    boolean documents =
        decision.status() == DecisionStatus.HELD && !decision.requiredDocuments().isEmpty();
    return documents ? DOCUMENTS : CODES.get(decision.status());
  }

  /** The status itself where its code says another, else null. */
  static String name(DecisionStatus status) {
    return STATUSES.get(CODES.get(status)) == status ? null : status.name();
  }

  /** The status of a code and of the name beside it; null for a code that is none of these. */
  static DecisionStatus status(String code, String name) {
    for (var status : DecisionStatus.values()) {
      if (status.name().equals(name)) {
        return status;
      }
    }
    return code == null ? null : STATUSES.get(code);
  }
}
