package org.chasqui.codec.upu;

import java.util.List;
import java.util.Map;
import org.chasqui.message.AcknowledgementStatus;

/**
 * What the codes of CONTRL mean: actions (UN 0083) and syntax errors (UN 0085), both of the UN
 * service code list D.96B.
 */
final class ControlCodes {
  private static final Map<String, AcknowledgementStatus> ACTIONS =
      Map.of(
          "1", AcknowledgementStatus.ACCEPTED,
          "2", AcknowledgementStatus.ACCEPTED_WITH_WARNINGS,
          "3", AcknowledgementStatus.ACCEPTED_WITH_WARNINGS,
          "4", AcknowledgementStatus.REJECTED,
          "5", AcknowledgementStatus.RECEIVED,
          "6", AcknowledgementStatus.REJECTED,
          "7", AcknowledgementStatus.ACCEPTED,
          "8", AcknowledgementStatus.RECEIVED);

  /** The texts of 0085 in the order of its codes, from 1. */
  private static final List<String> ERRORS =
      List.of(
          "UNA not supported",
          "Syntax version or level not supported",
          "Message version/release not supported",
          "Service segment missing/invalid",
          "Trailer check in error",
          "Data segment missing/invalid",
          "Interchange recipient not actual recipient",
          "Too many data elements in segment",
          "Mandatory data element missing",
          "Data element attribute error",
          "Password invalid",
          "Invalid value",
          "Missing",
          "Value not supported in this position",
          "Not supported in this position",
          "Too many constituents",
          "No agreement",
          "Unspecified error",
          "Invalid decimal notation",
          "Character invalid as service character",
          "Invalid character(s)",
          "Invalid service character(s)",
          "Unknown Interchange sender",
          "Too old",
          "Test indicator not supported",
          "Duplicate detected",
          "Security function not supported",
          "References do not match",
          "Control count does not match number of instances received",
          "Functional groups and messages mixed",
          "More than one message type in group",
          "Lower level empty",
          "Invalid occurrence outside message or functional group",
          "Nesting indicator not allowed",
          "Too many segment repetitions",
          "Too many segment group repetitions",
          "Invalid type of character(s)",
          "Missing digit in front of decimal sign",
          "Data element too long",
          "Data element too short",
          "Permanent communication network error",
          "Temporary communication network error",
          "Unknown interchange recipient",
          "Application temporarily unavailable");

  private static final int DIGITS = 3;

  private ControlCodes() {}

  /** The status of an action; null for one that is not listed. */
  static AcknowledgementStatus status(String action) {
    return action == null ? null : ACTIONS.get(action);
  }

  /** The text of an error; null for one that is not listed. */
  static String error(String code) {
    int number = Forms.digits(code, 1, DIGITS) ? Integer.parseInt(code) : 0;
    return number >= 1 && number <= ERRORS.size() ? ERRORS.get(number - 1) : null;
  }
}
