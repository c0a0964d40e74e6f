package org.chasqui.codec.upu.services;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.DocumentHead;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** What the JSON documents of IPS share: one object, or an array of which each is read alone. */
abstract class IpsJsonDecoder implements Decoder {
  private static final int MOST_BYTES = 32 << 20;

  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxStringLength(100_000)
                      .maxNumberLength(64)
                      .maxNestingDepth(32)
                      .maxNameLength(1000)
                      .maxDocumentLength(MOST_BYTES)
                      .build())
              .build());

  private final String name;
  private final String expected;

  /**
   * For one document.
   *
   * @param expected what it is, for problems
   */
  IpsJsonDecoder(String name, String expected) {
    this.name = name;
    this.expected = expected;
  }

  /** True when the first bytes, an object or array that is no regional message, are of it. */
  abstract boolean recognises(String head);

  /** The message of one object, which stands at a JSON pointer. */
  abstract Decoded read(JsonNode object, String pointer, int position, DecodeContext context);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean recognises(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8).stripLeading();
    return (text.startsWith("{") || text.startsWith("["))
        && !text.contains("\"specversion\"")
        && !text.contains("\"data\"")
        && recognises(text);
  }

  /** These documents bear no reference. */
  @Override
  public final DocumentHead head(byte[] head) {
    var problems =
        recognises(head)
            ? List.<Problem>of()
            : List.of(Problem.of(ProblemCode.UNREADABLE, new Location.AtByte(0), null, expected));
    return new DocumentHead(null, null, null, false, false, problems);
  }

  @Override
  public final void decode(InputStream document, DecodeContext context, Sink sink)
      throws IOException {
    var problems = new ArrayList<Problem>();
    int items = 0;
    try (var json = JSON.createParser(document)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      items = read(json, context, sink, problems);
    }
    sink.end(new DocumentEnd(items, List.copyOf(problems), null));
  }

  private int read(JsonParser json, DecodeContext context, Sink sink, List<Problem> problems)
      throws IOException {
    int position = 0;
    try {
      boolean array = json.nextToken() == JsonToken.START_ARRAY;
      if (array) {
        json.nextToken();
      }
      while (json.currentToken() == JsonToken.START_OBJECT) {
        JsonNode object = json.readValueAsTree();
        position++;
        var pointer = array ? "/" + (position - 1) : "";
        sink.item(read(object, pointer, position, context));
        json.nextToken();
        if (!array) {
          break;
        }
      }
      if (position == 0 || json.currentToken() != (array ? JsonToken.END_ARRAY : null)) {
        problems.add(at(ProblemCode.UNREADABLE, json, expected));
      } else if (array && json.nextToken() != null) {
        problems.add(at(ProblemCode.UNREADABLE, json, "nothing after the array"));
      }
    } catch (JsonEOFException e) {
      problems.add(at(ProblemCode.TRUNCATED, json, "the end of the document"));
    } catch (StreamConstraintsException e) {
      problems.add(at(ProblemCode.TOO_LARGE, json, "texts and depths of this format"));
    } catch (JsonProcessingException e) {
      problems.add(at(ProblemCode.UNREADABLE, json, "JSON"));
    } catch (CharConversionException e) {
      problems.add(at(ProblemCode.UNREADABLE, json, "UTF-8"));
    }
    return position;
  }

  private static Problem at(ProblemCode code, JsonParser json, String expected) {
    long offset = Math.max(0, json.currentLocation().getByteOffset());
    return Problem.of(code, new Location.AtByte(offset), null, expected);
  }

  /** The text or number of a property, or null. */
  static String text(JsonNode object, String property) {
    var value = object.path(property);
    var text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
