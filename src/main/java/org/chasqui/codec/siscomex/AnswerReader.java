package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.AnswerDecisions;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.JsonAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Walks one result document and hands on a decision or a fault for each item in it. */
final class AnswerReader implements JsonAnswerDecoder.Reader {
  /** Code map from {@code situacaoFiscalizacao} to a control type. */
  static final String CONTROL_MAP = "control-type";

  private static final int MAX_PROBLEMS = 100;

  private final DecodeContext context;
  private final AnswerDecisions decisions;
  private final Decoder.Sink sink;
  private final List<Problem> problems = new ArrayList<>();
  private String decidedAt;
  private int position;

  AnswerReader(DecodeContext context, Decoder.Sink sink) {
    this.context = context;
    this.decisions = new AnswerDecisions(context);
    this.sink = sink;
    this.decidedAt = decisions.receivedAt();
  }

  @Override
  public void document(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      problem(Problem.of(ProblemCode.UNREADABLE, new Location.AtByte(0), null, "a JSON object"));
      if (json.currentToken() != null) {
        json.skipChildren();
      }
      return;
    }
    JsonWalk.object(json, this::field);
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "dataHoraProcessamento" -> decidedAt = decisions.time(json.getText()).orElse(decidedAt);
      case "manifestos" -> JsonWalk.array(json, this::manifest);
      case "erros" -> JsonWalk.array(json, this::fault);
      default -> json.skipChildren();
    }
  }

  private void manifest(int index, JsonParser json) throws IOException {
    JsonWalk.object(
        json,
        (name, at) -> {
          if (name.equals("remessas")) {
            JsonWalk.array(at, (i, inner) -> remessa(index, i, inner));
          } else {
            at.skipChildren();
          }
        });
  }

  private void remessa(int manifest, int index, JsonParser json) throws IOException {
    var base = "/manifestos/" + manifest + "/remessas/" + index;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      unusable(null, fault(ProblemCode.SCHEMA, base, null, "an object"));
      return;
    }
    var answer = RemessaAnswer.read(json);
    var itemId = answer.value("numeroRemessa");
    if (itemId == null) {
      unusable(null, fault(ProblemCode.SCHEMA, base + "/numeroRemessa", null, "an item id"));
      return;
    }
    if (answer.value("novaSituacaoRemessa", "situacao") == null) {
      unusable(itemId, fault(ProblemCode.SCHEMA, base + "/situacao", null, "a status code"));
      return;
    }
    var found = new ArrayList<Problem>();
    var maker = new RemessaDecision(context.view(), decisions, base, found);
    var decision = maker.of(itemId, answer, decidedAt);
    sink.item(decisions.decoded(++position, decision, maker.status(answer), found));
  }

  /** A fault of {@code erros[]}: the administration refused the item's data. */
  private void fault(int index, JsonParser json) throws IOException {
    Map<String, String> row = new HashMap<>();
    JsonWalk.object(
        json,
        (name, at) -> {
          if (at.currentToken().isScalarValue() && row.size() < 20) {
            row.put(name, at.getText().strip());
          } else {
            at.skipChildren();
          }
        });
    var text = (row.getOrDefault("codigoMensagem", "") + " " + row.getOrDefault("mensagem", ""));
    var problem = fault(ProblemCode.PARTNER, "/erros/" + index, text.strip(), null);
    var itemId = row.get("numeroRemessa");
    if (itemId == null || itemId.isEmpty()) {
      problem(problem);
    } else {
      unusable(itemId, problem);
    }
  }

  private void unusable(String itemId, Problem problem) {
    sink.item(AnswerDecisions.unusable(++position, itemId, List.of(problem)));
  }

  private static Problem fault(ProblemCode code, String pointer, String found, String expected) {
    return Problem.of(code, new Location.AtPointer(pointer), found, expected);
  }

  /** A fault of the document as a whole; only the first hundred are kept. */
  @Override
  public void problem(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(problem);
    }
  }

  @Override
  public DocumentEnd end() {
    return new DocumentEnd(position, List.copyOf(problems), null);
  }
}
