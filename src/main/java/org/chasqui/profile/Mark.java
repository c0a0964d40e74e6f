package org.chasqui.profile;

/**
 * How sure something of a profile is that is no rule.
 *
 * @param source what says so, or null when nothing does
 */
public record Mark(String source, Confidence confidence) {
  /** Nothing says so. */
  static final Mark NONE = new Mark(null, Confidence.UNKNOWN);
}
