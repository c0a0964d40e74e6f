package org.chasqui.profile;

/** A national fact with its source. */
public record Fact(String topic, String text, String source, Confidence confidence) {}
