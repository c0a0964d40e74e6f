package org.chasqui.console.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.chasqui.message.Location;

/** The lines of a document of any format: EDIFACT, JSON, XML, or plain text. */
public final class DocumentLines {
  private static final int BEFORE = 40;
  private static final int AFTER = 260;

  private DocumentLines() {}

  /**
   * The part of it about one item.
   *
   * @param itemId null for the beginning
   * @param faults places in EDIFACT to mark
   */
  public static List<Line> of(
      byte[] document, String mediaType, String itemId, List<Location.InEdifact> faults) {
    var head =
        new String(document, 0, Math.min(document.length, 64), StandardCharsets.ISO_8859_1).strip();
    if (head.startsWith("UNA") || head.startsWith("UNB")) {
      return edifact(document, itemId, faults);
    }
    var lines = plainOrTree(document, mediaType, head);
    return Line.around(lines, itemId == null ? "" : itemId, BEFORE, AFTER);
  }

  private static List<Line> plainOrTree(byte[] document, String mediaType, String head) {
    if (head.startsWith("<") || head.startsWith("ï»¿<")) {
      return XmlLines.of(document);
    }
    if (head.startsWith("{") || head.startsWith("[")) {
      var json = JsonLines.of(document);
      if (json.isPresent()) {
        return json.get();
      }
    }
    return DocumentText.of(document, mediaType).lines().map(line -> new Line(0, line, "")).toList();
  }

  private static List<Line> edifact(
      byte[] document, String itemId, List<Location.InEdifact> faults) {
    try {
      return EdiLines.of(new ByteArrayInputStream(document), itemId, faults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
