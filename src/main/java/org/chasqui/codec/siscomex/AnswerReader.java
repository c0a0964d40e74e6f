package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.JsonAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Walks one result document and hands on a decision or a fault for each item in it. */
final class AnswerReader extends AnswerReading implements JsonAnswerDecoder.Reader {
  /** Code map from {@code situacaoFiscalizacao} to a control type. */
  static final String CONTROL_MAP = "control-type";

  private static final int MAX_NUMBER = 64;

  /** More items than a manifest may have are not kept waiting for its number. */
  private static final int MAX_WAITING = 2000;

  private final DecodeContext context;
  private final AnswerDecisions decisions;
  private final Decoder.Sink sink;
  private final Manifest root = new Manifest("");
  private Manifest open = root;
  private String decidedAt;
  private String lot;

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
      case "numeroLote" -> lot = scalar(json);
      case "manifestos" ->
          JsonWalk.array(json, (index, at) -> manifest("/manifestos/" + index, at));
      case "erros" -> JsonWalk.array(json, this::fault);
      // the result of a presence has one manifest, whose fields stand at the root
      case "numeroManifesto", "remessas" -> root.field(name, json);
      default -> json.skipChildren();
    }
  }

  private void manifest(String base, JsonParser json) throws IOException {
    open = new Manifest(base);
    JsonWalk.object(json, open::field);
    open.end();
  }

  private static String scalar(JsonParser json) throws IOException {
    if (!json.currentToken().isScalarValue()) {
      json.skipChildren();
      return null;
    }
    var text = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText().strip();
    return text.isEmpty() || text.length() > MAX_NUMBER ? null : text;
  }

  /** The items of a manifest wait for its number, wherever it stands in the object. */
  private final class Manifest {
    private final List<Runnable> waiting = new ArrayList<>();
    private final String base;
    private String number;

    Manifest(String base) {
      this.base = base;
    }

    void field(String name, JsonParser json) throws IOException {
      switch (name) {
        case "numeroManifesto" -> {
          number = scalar(json);
          end();
        }
        case "remessas" ->
            JsonWalk.array(json, (index, at) -> remessa(base + "/remessas/" + index, at, this));
        default -> json.skipChildren();
      }
    }

    void take(Runnable item) {
      waiting.add(item);
      if (number != null || waiting.size() >= MAX_WAITING) {
        end();
      }
    }

    void end() {
      waiting.forEach(Runnable::run);
      waiting.clear();
    }
  }

  private void remessa(String base, JsonParser json, Manifest manifest) throws IOException {
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
    manifest.take(() -> decide(base, itemId, answer, manifest));
  }

  private void decide(String base, String itemId, RemessaAnswer answer, Manifest manifest) {
    var found = new ArrayList<Problem>();
    var maker = new RemessaDecision(context.view(), decisions, base, found);
    var numbers = new RemessaNumbers(manifest.number, lot(answer), answer.value("master"));
    var decision = maker.of(itemId, answer, decidedAt, numbers);
    sink.item(decisions.decoded(next(), decision, maker.status(answer), found));
  }

  private String lot(RemessaAnswer answer) {
    var own = answer.value("dir/numeroLote", "numeroLote");
    return own == null ? lot : own;
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
    sink.item(AnswerDecisions.unusable(next(), itemId, List.of(problem)));
  }

  private static Problem fault(ProblemCode code, String pointer, String found, String expected) {
    return Problem.of(code, new Location.AtPointer(pointer), found, expected);
  }

  /** Also of a document that ends early: what was read of it counts. */
  @Override
  public DocumentEnd end() {
    open.end();
    root.end();
    return super.end();
  }
}
