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
  PERSON_COUNT,
  /** The addressee has no id by which the service of the administration could be asked. */
  NO_PERSON,
  /** The service of the administration refused to answer. */
  REFUSED_TO_ANSWER,
  /** The service of the administration gave no answer that can be read. */
  NO_ANSWER
}
