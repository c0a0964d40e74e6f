package org.chasqui.console.document;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.message.Location;

/**
 * A received document of any size: EDIFACT is streamed, others are read up to a limit.
 *
 * @param raw its bytes, closed by whoever opened them
 * @param limit bytes that are shown of a document that is no EDIFACT
 */
public record SourceDocument(InputStream raw, int limit) {
  private static final int HEAD = 64;

  /** Its lines as {@link DocumentLines} makes them. */
  public List<Line> lines(String mediaType, String itemId, List<Location.InEdifact> faults)
      throws IOException {
    var in = new BufferedInputStream(raw);
    in.mark(HEAD);
    var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1).strip();
    in.reset();
    return head.startsWith("UNA") || head.startsWith("UNB")
        ? EdiLines.of(in, itemId, faults)
        : DocumentLines.of(in.readNBytes(limit), mediaType, itemId, faults);
  }
}
