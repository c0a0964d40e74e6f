package org.chasqui.codec;

import java.time.Instant;

/**
 * What an encoder needs beside the messages.
 *
 * @param view the receiving party
 * @param at the time that the document bears
 * @param reference unique reference of the document, 1 to 14 of A-Z and 0-9: EDIFACT 0020, batch
 *     id. The same delivery keeps it over all its attempts
 */
public record EncodeContext(ProfileView view, Instant at, String reference) {}
