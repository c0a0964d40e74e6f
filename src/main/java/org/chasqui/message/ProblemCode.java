package org.chasqui.message;

/**
 * The problem codes of the regional standard (wco-and-canonical-model §6.7), with their usual
 * severity. Codes that the standard's list leaves open (x0xx numbers marked "ours") are Chasqui's.
 */
public enum ProblemCode {
  /** Not readable as any known format. */
  UNREADABLE("EAD-1001", Severity.ERROR),
  /** Larger than the limit. */
  TOO_LARGE("EAD-1002", Severity.ERROR),
  /** Same reference, other content. */
  DUPLICATE_REFERENCE("EAD-1003", Severity.ERROR),
  /** Character outside the declared repertoire (ours). */
  CHARACTER("EAD-1004", Severity.ERROR),
  /** Document ends early (ours). */
  TRUNCATED("EAD-1005", Severity.ERROR),
  /** Service segment, count or reference does not agree (ours). */
  ENVELOPE("EAD-1006", Severity.ERROR),
  /** Signature not valid. */
  SIGNATURE("EAD-1101", Severity.ERROR),
  /** Kept content does not agree with the digest that vouches for it (ours). */
  INTEGRITY("EAD-1102", Severity.ERROR),
  /** Against the schema of the regional message. */
  SCHEMA("EAD-1201", Severity.ERROR),
  /** Unknown property: perhaps a typing error (ours). */
  UNKNOWN_PROPERTY("EAD-1202", Severity.WARNING),
  /** Segment not expected here (ours). */
  SEGMENT_UNEXPECTED("EAD-1301", Severity.ERROR),
  /** Mandatory segment or group missing (ours). */
  SEGMENT_MISSING("EAD-1302", Severity.ERROR),
  /** Segment or group repeated too often (ours). */
  SEGMENT_REPEATED("EAD-1303", Severity.ERROR),
  /** Mandatory element or component missing (ours). */
  ELEMENT_MISSING("EAD-1304", Severity.ERROR),
  /** Element too long, too short or of another type (ours). */
  ELEMENT_FORMAT("EAD-1305", Severity.ERROR),
  /** Too many elements or components (ours). */
  ELEMENT_EXCESS("EAD-1306", Severity.ERROR),
  /** Code value not in the list (ours). */
  CODE_VALUE("EAD-1307", Severity.ERROR),
  /** Message type or version not spoken, or read by a near definition (ours). */
  MESSAGE_TYPE("EAD-1308", Severity.ERROR),
  CHECK_DIGIT("EAD-2001", Severity.ERROR),
  UNKNOWN_OPERATOR("EAD-2002", Severity.WARNING),
  /** Code not in its registry at the message's time (ours). */
  UNKNOWN_CODE("EAD-2003", Severity.WARNING),
  /** Item id's country differs from the operator's (ours). */
  ITEM_COUNTRY("EAD-2004", Severity.WARNING),
  VAGUE_DESCRIPTION("EAD-2101", Severity.WARNING),
  VALUE_ZERO_OR_ONE("EAD-2102", Severity.WARNING),
  HS_CODE("EAD-2103", Severity.WARNING),
  VALUE_SUM("EAD-2104", Severity.WARNING),
  MASS_SUM("EAD-2105", Severity.WARNING),
  POSTING_IN_FUTURE("EAD-2106", Severity.WARNING),
  CURRENCIES_DIFFER("EAD-2107", Severity.WARNING),
  /** Sequence numbers of the contents not unique (ours). */
  SEQUENCE_NOT_UNIQUE("EAD-2108", Severity.ERROR),
  /** A tax or personal id fails its check (ours). */
  IDENTIFIER("EAD-2109", Severity.WARNING),
  /** The order of a marketplace contradicts the declaration of the post (ours). */
  CONFLICT("EAD-2110", Severity.WARNING),
  /** A field that the administration of destination requires is missing (ours). */
  REQUIRED_THERE("EAD-2111", Severity.WARNING),
  VERSION_ORDER("EAD-2201", Severity.ERROR),
  ALREADY_DECIDED("EAD-2202", Severity.ERROR),
  /** An answer does not hold what its referral asks for (ours). */
  ANSWER_INCOMPLETE("EAD-2203", Severity.WARNING),
  /** A dispatch holds an item that its post has not declared (ours). */
  ITEM_UNDECLARED("EAD-2204", Severity.WARNING),
  /** An item of an earlier pre-advice is no longer in its dispatch (ours). */
  ITEM_MISSING("EAD-2205", Severity.WARNING),
  /** The same declaration again: nothing changes (ours). */
  REPEATED("EAD-2206", Severity.INFO),
  DISPATCH_DIFFERS("EAD-2207", Severity.WARNING),
  /** Ours: a declaration went to a party that wants its dispatch without one. */
  PREADVICE_MISSING("EAD-2208", Severity.WARNING),
  PROHIBITED("EAD-2301", Severity.ERROR),
  CORRIDOR("EAD-3001", Severity.ERROR),
  RECIPIENT_UNKNOWN("EAD-3002", Severity.ERROR),
  NOT_ALLOWED("EAD-3003", Severity.ERROR),
  TEXT_CUT("EAD-4001", Severity.WARNING),
  CHARACTER_REPLACED("EAD-4002", Severity.WARNING),
  CODE_WITHOUT_TARGET("EAD-4003", Severity.WARNING),
  /** A field of the regional message has no place in the target (ours). */
  NO_TARGET("EAD-4004", Severity.WARNING),
  /** The target needs a field that the message does not have (ours). */
  TARGET_NEEDS("EAD-4005", Severity.ERROR),
  /** Joined or split to fit (ours). */
  REARRANGED("EAD-4006", Severity.INFO),
  /** The format's own template or schema does not take the message or the answer (ours). */
  FORMAT_RULE("EAD-4007", Severity.ERROR),
  /** A fault that the partner reported; its own code and text stand in found. */
  PARTNER("EAD-9001", Severity.ERROR),
  /** The partner did not answer, or not understandably (ours). */
  PARTNER_UNAVAILABLE("EAD-9002", Severity.ERROR);

  private final String code;
  private final Severity severity;

  ProblemCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The code on the wire, for example {@code EAD-2001}. */
  public String code() {
    return code;
  }

  /** Severity unless a rule says otherwise. */
  public Severity severity() {
    return severity;
  }
}
