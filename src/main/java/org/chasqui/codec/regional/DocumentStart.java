package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.CodecRegistry;
import org.chasqui.codec.DocumentHead;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Reads the identity of a JSON document from its first bytes, which may be cut anywhere. */
final class DocumentStart {
  /** Bytes of a UTF-8 byte order mark. */
  static final int MARK_BYTES = 3;

  private DocumentStart() {}

  static boolean looksLikeJson(byte[] head) {
    for (var i = markLength(head); i < head.length; i++) {
      var b = head[i];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  /** Length of the byte order mark at the start: 0 or 3. */
  static int markLength(byte[] head) {
    var marked =
        head.length >= MARK_BYTES
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    return marked ? MARK_BYTES : 0;
  }

  static DocumentHead read(byte[] head) {
    var attributes = new HashMap<String, Object>();
    var mark = markLength(head);
    var batch = false;
    List<Problem> problems = List.of();
    try (var parser =
        RegionalJson.mapper().getFactory().createParser(head, mark, head.length - mark)) {
      batch = parser.nextToken() == JsonToken.START_ARRAY;
      if (batch) {
        parser.nextToken();
      }
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        readAttributes(parser, attributes);
      }
    } catch (IOException e) {
      problems = faults(e, head.length, mark);
    }
    return new DocumentHead(
        text(attributes, "source"),
        text(attributes, "recipient"),
        batch ? null : text(attributes, "id"),
        Boolean.TRUE.equals(attributes.get("testindicator")),
        false,
        problems);
  }

  private static void readAttributes(JsonParser parser, Map<String, Object> attributes)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      var value = parser.nextToken();
      if (value == JsonToken.VALUE_STRING) {
        attributes.put(name, parser.getText());
      } else if (value.isBoolean()) {
        attributes.put(name, parser.getBooleanValue());
      } else {
        parser.skipChildren();
      }
    }
  }

  /** A head that ends early is a fault only when the document is no longer than the head. */
  private static List<Problem> faults(IOException fault, int length, int mark) {
    var cut = length >= CodecRegistry.HEAD_BYTES;
    return fault instanceof JsonEOFException && cut
        ? List.of()
        : List.of(DocumentReader.problem(fault, mark));
  }

  private static String text(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof String text ? text : null;
  }

  /** An empty document, or one that is neither object nor array. */
  static Problem notJson(long offset) {
    return Problem.of(
        ProblemCode.UNREADABLE,
        new Location.AtByte(offset),
        null,
        "a CloudEvents object or an array of them");
  }
}
