package org.chasqui.profile;

/**
 * A national fact that no setting holds, shown with the administration so that nobody takes a guess
 * for a rule ({@code facts} of its profile).
 *
 * @param topic what it is about, in a few words
 * @param text the fact, in English
 * @param source law, document or report that says it, with its date
 * @param confidence how sure it is
 */
public record Fact(String topic, String text, String source, Confidence confidence) {}
