package org.chasqui.rule;

/** Why a rule could not be evaluated. */
public enum Reason {
  /** No declared value that can be read, in one currency. */
  NO_VALUE,
  /** The value is in another currency, and no rate is given for the day. */
  NO_RATE,
  /** No gross mass in kilograms. */
  NO_MASS,
  /** The limit counts freight and insurance too, which the declared value does not show. */
  BASIS,
  /** The rule has a condition that no declaration shows. */
  CONDITION,
  /** The rule counts what a person received; the gateway keeps no register of persons. */
  PERSON_COUNT
}
