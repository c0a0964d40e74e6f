package org.chasqui.codec.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.JsonFaults;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** What the decoders of JSON answers share: recognition and how broken JSON is told. */
public abstract class JsonAnswerDecoder extends AnswerDecoder {
  /** No text of a known answer is longer than 4,000 characters. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(100_000)
                  .maxNumberLength(64)
                  .maxNestingDepth(64)
                  .maxNameLength(1000)
                  .build())
          .build();

  /** Reads one document of the format. */
  public interface Reader {
    /** Reads the value on whose first token the parser stands, to its last. */
    void document(JsonParser json) throws IOException;

    /** Notes a fault of the document as a whole. */
    void problem(Problem problem);

    /** What was found. */
    DocumentEnd end();
  }

  /**
   * For one format.
   *
   * @param expected what a document of the format is, for problems
   */
  protected JsonAnswerDecoder(String name, String expected) {
    super(name, expected);
  }

  /** True when the first bytes, an object that is no regional message, are of the format. */
  protected abstract boolean recognises(String head);

  /** A reader of one document that hands on what it finds. */
  protected abstract Reader reader(DecodeContext context, Sink sink);

  @Override
  public final boolean recognises(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8).stripLeading();
    return text.startsWith("{") && !text.contains("\"specversion\"") && recognises(text);
  }

  @Override
  public final void decode(InputStream document, DecodeContext context, Sink sink)
      throws IOException {
    var reader = reader(context, sink);
    try (var json = JSON.createParser(document)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      JsonFaults.of(json, () -> read(json, reader)).ifPresent(reader::problem);
    }
    sink.end(reader.end());
  }

  private static void read(JsonParser json, Reader reader) throws IOException {
    json.nextToken();
    reader.document(json);
    if (json.nextToken() != null) {
      reader.problem(
          JsonFaults.at(ProblemCode.UNREADABLE, json, "one JSON object and nothing after it"));
    }
  }
}
