package org.chasqui.profile;

/** A rule of an administration that holds for a time. Of one name at most one holds on a day. */
public sealed interface DatedRule
    permits Threshold, Quota, ReleaseCategory, Requirement, IdentifierRule {

  /** What it is about. */
  RuleKind kind();

  /** Its name within its kind: {@code de-minimis}, {@code 3}, {@code CPF}. */
  String ruleName();

  /** When it holds, by which law, and how sure that is. */
  Grounds grounds();

  /** Shorthand: the days on which it holds. */
  default Validity validity() {
    return grounds().validity();
  }

  /** Shorthand: what says so. */
  default String source() {
    return grounds().source();
  }

  /** Shorthand: how sure it is. */
  default Confidence confidence() {
    return grounds().confidence();
  }
}
