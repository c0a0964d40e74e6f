package org.chasqui.codec.upu;

/** Ids of parties in UNB: operators have {@code J1C} and their code (upu-postal-edi §6). */
final class PartyIds {
  /** UN 0007: UPU. */
  static final String UPU = "58";

  private static final String PREFIX = "J1C";

  private PartyIds() {}

  /** The operator code in an EDI id, or null. */
  static String operator(String ediId) {
    boolean operator = ediId != null && ediId.length() == 6 && ediId.startsWith(PREFIX);
    return operator ? ediId.substring(3) : null;
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
