package org.chasqui.codec.siscomex;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One {@code remessas[]} of an answer, of either of the two result documents: what the decision
 * needs of it, all else skipped while it streams by.
 */
final class RemessaAnswer {
  /** More occurrences than the regional schema allows reasons are counted, not kept. */
  private static final int MAX_REASONS = 99;

  private static final Set<String> SCALARS =
      Set.of(
          "numeroRemessa",
          "numeroDIR",
          "numeroLote",
          "master",
          "novaSituacaoRemessa",
          "situacao",
          "valorTributavelBRL",
          "valorTributavelReal",
          "valorIIBRL",
          "valorIIReal",
          "valorMultasBRL",
          "valorMultasReal",
          "txCambioDtRegistro");

  private final Map<String, String> values = new HashMap<>();
  private final List<Map<String, String>> occurrences = new ArrayList<>();
  private final List<Map<String, String>> divergences = new ArrayList<>();
  private final List<Map<String, String>> selections = new ArrayList<>();

  /** Reads the object at whose start the parser stands. */
  static RemessaAnswer read(JsonParser json) throws IOException {
    var answer = new RemessaAnswer();
    JsonWalk.object(json, answer::field);
    return answer;
  }

  private void field(String name, JsonParser json) throws IOException {
    switch (name) {
      case "ocorrencias" -> rows(json, occurrences);
      case "divergencias" -> rows(json, divergences);
      case "selecoes" -> rows(json, selections);
      case "dir", "remessaConforme", "ii" -> nested(name, json);
      default -> {
        if (json.currentToken().isScalarValue() && SCALARS.contains(name)) {
          put(values, name, json);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private void nested(String parent, JsonParser json) throws IOException {
    JsonWalk.object(json, (name, at) -> putOrSkip(values, parent + "/" + name, at));
  }

  private static void rows(JsonParser json, List<Map<String, String>> rows) throws IOException {
    JsonWalk.array(
        json,
        (index, at) -> {
          var row = new HashMap<String, String>();
          JsonWalk.object(at, (name, inner) -> putOrSkip(row, name, inner));
          if (rows.size() < MAX_REASONS) {
            rows.add(row);
          }
        });
  }

  private static void putOrSkip(Map<String, String> row, String name, JsonParser json)
      throws IOException {
    if (json.currentToken().isScalarValue() && row.size() < 40) {
      put(row, name, json);
    } else {
      json.skipChildren();
    }
  }

  private static void put(Map<String, String> row, String name, JsonParser json)
      throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL && !json.getText().isBlank()) {
      row.put(name, json.getText().strip());
    }
  }

  /** The first of these fields that is there, or null. */
  String value(String... names) {
    for (var name : names) {
      if (values.containsKey(name)) {
        return values.get(name);
      }
    }
    return null;
  }

  List<Map<String, String>> occurrences() {
    return occurrences;
  }

  List<Map<String, String>> divergences() {
    return divergences;
  }

  List<Map<String, String>> selections() {
    return selections;
  }
}
