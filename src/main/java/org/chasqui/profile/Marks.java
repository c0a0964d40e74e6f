package org.chasqui.profile;

/**
 * The marks of what else is shown of an administration; that of format, transport, authentication
 * and response is in {@link SystemFacts}.
 *
 * @param system of the name of the system
 * @param languages of the languages
 */
public record Marks(Mark system, Mark languages) {}
