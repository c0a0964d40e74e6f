package org.chasqui.sandbox.traffic;

import java.util.List;

/** A fault that the traffic can carry on purpose, each of the kind that real interchanges have. */
public enum Fault {
  /** The item id fails its check digit. */
  CHECK_DIGIT(true),
  /** The contents are described as "gift". */
  VAGUE_DESCRIPTION(true),
  /** A line of the contents has no HS code. */
  HS_MISSING(true),
  /** A line of the contents is worth nothing. */
  VALUE_ZERO(true),
  /** The declared value is not the sum of the lines. */
  VALUE_SUM(true),
  /** The lines weigh more than the item. */
  MASS_SUM(true),
  /** Posted in the future. */
  POSTING_IN_FUTURE(true),
  /** Lines in two currencies. */
  CURRENCIES_DIFFER(true),
  /** The addressee's id fails its check digit. */
  IDENTIFIER(true),
  /** A date that no calendar has. */
  BAD_DATE(false),
  /** A segment that the layout does not know. */
  SEGMENT_UNEXPECTED(false),
  /** A line of the contents without its description segment. */
  SEGMENT_MISSING(false),
  /** An HS code longer than its element. */
  ELEMENT_TOO_LONG(false),
  /** A country code that does not exist. */
  CODE_VALUE(false);

  private static final List<Fault> ALL = List.of(values());
  private static final List<Fault> IN_DATA = ALL.stream().filter(Fault::inData).toList();

  private final boolean inData;

  Fault(boolean inData) {
    this.inData = inData;
  }

  /** True for a fault of the data itself; false for one that only EDIFACT can express. */
  public boolean inData() {
    return inData;
  }

  /** All that a form of traffic can express. */
  static List<Fault> of(boolean edifact) {
    return edifact ? ALL : IN_DATA;
  }
}
