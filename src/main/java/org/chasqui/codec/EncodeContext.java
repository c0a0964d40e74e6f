package org.chasqui.codec;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.chasqui.message.RegionalMessage;

/**
 * What an encoder needs beside the messages.
 *
 * @param view the receiving party
 * @param at the time that the document bears
 * @param reference unique reference of the document, 1 to 14 of A-Z and 0-9: EDIFACT 0020, batch
 *     id. The same delivery keeps it over all its attempts
 * @param earlier what was said before under the keys that {@link Encoder#refersTo} names: usable
 *     messages of any party, oldest first; a key of which nothing is known is absent
 */
public record EncodeContext(
    ProfileView view, Instant at, String reference, Map<String, List<RegionalMessage>> earlier) {

  /** For a document that repeats nothing of what was said before. */
  public EncodeContext(ProfileView view, Instant at, String reference) {
    this(view, at, reference, Map.of());
  }

  /** What was said before under a key, oldest first. */
  public List<RegionalMessage> earlier(String key) {
    return key == null ? List.of() : earlier.getOrDefault(key, List.of());
  }
}
