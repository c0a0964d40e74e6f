package org.chasqui.profile;

/**
 * When a rule holds, by which law, and how sure that is.
 *
 * @param day which day of a declaration must lie within the validity
 * @param source law, page or study section that says it
 */
public record Grounds(Validity validity, RuleDay day, String source, Confidence confidence) {}
