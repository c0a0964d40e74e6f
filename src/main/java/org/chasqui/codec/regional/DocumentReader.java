package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Reads one document message by message; a faulty message costs none of its siblings. */
final class DocumentReader {
  private final MessageReader messages;
  private final Decoder.Sink sink;
  private final List<Problem> problems = new ArrayList<>();
  private int items;

  DocumentReader(SchemaValidator schemas, Decoder.Sink sink) {
    this.messages = new MessageReader(schemas);
    this.sink = sink;
  }

  void read(InputStream document) throws IOException {
    var start = new PushbackInputStream(document, DocumentStart.MARK_BYTES);
    var mark = skipMark(start);
    try (var parser = RegionalJson.mapper().getFactory().createParser(start)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      readAll(parser, mark);
    } catch (JsonProcessingException | CharConversionException e) {
      problems.add(problem(e, mark));
    }
    sink.end(new DocumentEnd(items, List.copyOf(problems), null));
  }

  private void readAll(JsonParser parser, int mark) throws IOException {
    var first = parser.nextToken();
    if (first == JsonToken.START_OBJECT) {
      readItem(parser);
    } else if (first == JsonToken.START_ARRAY) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        readItem(parser);
      }
      if (items == 0) {
        problems.add(
            Problem.of(ProblemCode.ENVELOPE, Location.WHOLE, "0 messages", "at least 1 message"));
      }
    } else {
      problems.add(DocumentStart.notJson(mark));
      return;
    }
    if (parser.nextToken() != null) {
      var offset = parser.currentTokenLocation().getByteOffset() + mark;
      problems.add(
          Problem.of(
              ProblemCode.ENVELOPE, new Location.AtByte(offset), null, "the end of the document"));
    }
  }

  private void readItem(JsonParser parser) throws IOException {
    var read = ItemTree.read(parser);
    items++;
    sink.item(messages.read(items, read.tree(), read.problems()));
  }

  /** Where and why a document could not be read on, without its content. */
  static Problem problem(IOException fault, int mark) {
    var location = fault instanceof JsonProcessingException json ? json.getLocation() : null;
    var offset = location == null ? 0 : Math.max(0, location.getByteOffset()) + mark;
    var place = new Location.AtByte(offset);
    if (fault instanceof JsonEOFException) {
      return Problem.of(ProblemCode.TRUNCATED, place, null, "the rest of the JSON document");
    }
    return fault instanceof StreamConstraintsException
        ? Problem.of(ProblemCode.TOO_LARGE, place, null, "a text or number of usual length")
        : Problem.of(ProblemCode.UNREADABLE, place, null, "well-formed JSON in UTF-8");
  }

  private static int skipMark(PushbackInputStream document) throws IOException {
    var head = document.readNBytes(DocumentStart.MARK_BYTES);
    var mark = DocumentStart.markLength(head);
    if (mark == 0) {
      document.unread(head);
    }
    return mark;
  }
}
