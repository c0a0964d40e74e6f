package org.chasqui.codec.edifact;

/** Syntax errors of UN 0085 (service code list D.96B) that CONTRL reports. */
public enum SyntaxError {
  UNA_NOT_SUPPORTED(1),
  SYNTAX_NOT_SUPPORTED(2),
  MESSAGE_NOT_SUPPORTED(3),
  SERVICE_SEGMENT(4),
  INVALID_VALUE(12),
  MISSING(13),
  NOT_SUPPORTED_HERE(15),
  TOO_MANY_CONSTITUENTS(16),
  UNSPECIFIED(18),
  INVALID_DECIMAL(19),
  INVALID_CHARACTER(21),
  DUPLICATE(26),
  REFERENCES_DIFFER(28),
  COUNT_DIFFERS(29),
  GROUPS_AND_MESSAGES_MIXED(30),
  LOWER_LEVEL_EMPTY(32),
  INVALID_OUTSIDE_MESSAGE(33),
  SEGMENT_REPEATED(35),
  GROUP_REPEATED(36),
  CHARACTER_TYPE(37),
  TOO_LONG(39),
  TOO_SHORT(40);

  private final int code;

  SyntaxError(int code) {
    this.code = code;
  }

  /** The code on the wire. */
  public int code() {
    return code;
  }
}
