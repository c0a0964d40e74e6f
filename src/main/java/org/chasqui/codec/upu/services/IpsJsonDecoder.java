package org.chasqui.codec.upu.services;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import org.chasqui.codec.JsonFaults;
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
    var objects = new Objects(context, sink);
    try (var json = JSON.createParser(document)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      JsonFaults.of(json, () -> objects.read(json)).ifPresent(objects.problems::add);
    }
    sink.end(new DocumentEnd(objects.count, List.copyOf(objects.problems), null));
  }

  /** Reads the objects of one document, each alone. */
  private final class Objects {
    private final DecodeContext context;
    private final Sink sink;
    private final List<Problem> problems = new ArrayList<>();
    private int count;

    Objects(DecodeContext context, Sink sink) {
      this.context = context;
      this.sink = sink;
    }

    void read(JsonParser json) throws IOException {
      boolean array = json.nextToken() == JsonToken.START_ARRAY;
      if (array) {
        json.nextToken();
      }
      while (json.currentToken() == JsonToken.START_OBJECT && (array || count == 0)) {
        object(json, array ? "/" + count : "");
      }
      if (count == 0 || json.currentToken() != (array ? JsonToken.END_ARRAY : null)) {
        problems.add(JsonFaults.at(ProblemCode.UNREADABLE, json, expected));
      } else if (array && json.nextToken() != null) {
        problems.add(JsonFaults.at(ProblemCode.UNREADABLE, json, "nothing after the array"));
      }
    }

    private void object(JsonParser json, String pointer) throws IOException {
      JsonNode object = json.readValueAsTree();
      count++;
      sink.item(IpsJsonDecoder.this.read(object, pointer, count, context));
      json.nextToken();
    }
  }

  /** The text or number of a property, or null. */
  static String text(JsonNode object, String property) {
    var value = object.path(property);
    var text = value.isTextual() || value.isNumber() ? value.asText().strip() : "";
    return text.isEmpty() ? null : text;
  }
}
