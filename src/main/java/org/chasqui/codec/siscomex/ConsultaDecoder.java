package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.AnswerDecisions;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentHead;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Reads both result documents of Siscomex Remessa as decisions: of a batch registration
 * (ProcessamentoDoRegistroOuRetificaoDeLote.schema.json) and of a status query
 * (ProcessamentoDeConsulta.schema.json).
 */
final class ConsultaDecoder implements Decoder {
  /** No text of these documents is longer than 4,000 characters. */
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

  @Override
  public String name() {
    return "siscomex-consulta";
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP, AnswerReader.CONTROL_MAP);
  }

  @Override
  public boolean recognises(byte[] head) {
    var text = new String(head, StandardCharsets.UTF_8).stripLeading();
    return text.startsWith("{")
        && !text.contains("\"specversion\"")
        && (text.contains("\"numeroProtocolo\"") || text.contains("\"numeroRemessa\""));
  }

  /** Answers carry a protocol number; it stands for several answers, so it is no reference. */
  @Override
  public DocumentHead head(byte[] head) {
    var problems =
        recognises(head)
            ? List.<Problem>of()
            : List.of(
                Problem.of(
                    ProblemCode.UNREADABLE,
                    new Location.AtByte(0),
                    null,
                    "a result document of Siscomex Remessa"));
    return new DocumentHead(null, null, null, false, false, problems);
  }

  @Override
  public void decode(InputStream document, DecodeContext context, Sink sink) throws IOException {
    var reader = new AnswerReader(context, sink);
    try (var json = JSON.createParser(document)) {
      json.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      read(json, reader);
    }
    sink.end(reader.end());
  }

  private static void read(JsonParser json, AnswerReader reader) throws IOException {
    try {
      json.nextToken();
      reader.document(json);
      if (json.nextToken() != null) {
        reader.problem(at(ProblemCode.UNREADABLE, json, "one JSON object and nothing after it"));
      }
    } catch (JsonEOFException e) {
      reader.problem(at(ProblemCode.TRUNCATED, json, "the end of the JSON object"));
    } catch (StreamConstraintsException e) {
      reader.problem(at(ProblemCode.TOO_LARGE, json, "texts and depths of this format"));
    } catch (JsonProcessingException e) {
      reader.problem(at(ProblemCode.UNREADABLE, json, "JSON"));
    } catch (CharConversionException e) {
      reader.problem(at(ProblemCode.UNREADABLE, json, "UTF-8"));
    }
  }

  private static Problem at(ProblemCode code, JsonParser json, String expected) {
    long offset = Math.max(0, json.currentLocation().getByteOffset());
    return Problem.of(code, new Location.AtByte(offset), null, expected);
  }
}
