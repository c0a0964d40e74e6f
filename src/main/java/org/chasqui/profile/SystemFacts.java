package org.chasqui.profile;

/**
 * The information system of a party and the standing of the profile.
 *
 * @param name for example {@code ASYCUDA World}
 * @param formatConfidence of the format as configured
 * @param confirmed true only when the authority itself confirmed the profile
 */
public record SystemFacts(
    String name, String description, Confidence formatConfidence, boolean confirmed) {}
