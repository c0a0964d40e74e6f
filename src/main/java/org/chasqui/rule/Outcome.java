package org.chasqui.rule;

/** What a rule said of an item. */
public enum Outcome {
  /** Value and mass are within the limit; no claim that the regime is granted. */
  WITHIN,
  /** Value or mass is above the limit. */
  ABOVE,
  /** The item falls in this release category. */
  CATEGORY,
  /** The required field is there. */
  MET,
  /** The required field is not there. */
  MISSING,
  /** The id has the form and the check digit of its scheme. */
  VALID,
  /** The id has not. */
  NOT_VALID,
  /** It cannot be told: see {@link Reason}. */
  NOT_EVALUATED
}
