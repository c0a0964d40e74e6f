package org.chasqui.codec.upu;

import java.util.Optional;
import org.chasqui.message.PartyAddress;
import org.chasqui.message.PartyRole;

/** Ids of parties in UNB: operators have {@code J1C} and their code (upu-postal-edi §6). */
final class PartyIds {
  /** UN 0007: UPU. */
  static final String UPU = "58";

  /** UN 3055: UPU, the agency of operator codes in NAD. */
  static final String AGENCY = "139";

  private static final String PREFIX = "J1C";
  private static final int CODE = 3;
  private static final int COUNTRY = 2;

  private PartyIds() {}

  /** The operator code in an EDI id, or null. */
  static String operator(String ediId) {
    boolean operator = ediId != null && ediId.length() == 6 && ediId.startsWith(PREFIX);
    return operator ? ediId.substring(3) : null;
  }

  /** The address of the operator with a code, whose first two letters are its country's (S62). */
  static Optional<String> urn(String operator) {
    return Forms.lettersOrDigits(operator, CODE, CODE)
            && Forms.letters(operator.substring(0, COUNTRY), COUNTRY)
        ? Optional.of(
            new PartyAddress(operator.substring(0, COUNTRY), PartyRole.POST, operator).urn())
        : Optional.empty();
  }

  /** The EDI id of an operator. */
  static String of(String operator) {
    return PREFIX + operator;
  }

  /** True for the EDI id of an operator. */
  static boolean isOperator(String ediId) {
    return operator(ediId) != null;
  }
}
