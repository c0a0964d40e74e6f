package org.chasqui.profile;

/**
 * A tax or personal id of a country.
 *
 * @param scheme code used in messages: {@code CPF}
 * @param check name of the check-digit algorithm, or {@code none}
 * @param pattern regular expression of the plain form
 * @param example a valid one from public documentation, or null
 */
public record IdentifierRule(
    String scheme,
    String name,
    String check,
    String pattern,
    String example,
    String source,
    Confidence confidence) {}
