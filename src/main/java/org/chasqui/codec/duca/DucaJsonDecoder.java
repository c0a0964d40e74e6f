package org.chasqui.codec.duca;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.JsonAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/** Reads declarations in JSON that customs have filled in. */
final class DucaJsonDecoder extends JsonAnswerDecoder {

  DucaJsonDecoder() {
    super("duca-json-answer", "an object with declaraciones of the DUCA");
  }

  @Override
  protected boolean recognises(String head) {
    return head.contains("\"declaraciones\"") && head.contains("\"urn:chasqui:duca:");
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new Document(new DucaAnswers(context, DucaPlaces.POINTER, sink));
  }

  private record Document(DucaAnswers answers) implements Reader {

    @Override
    public void document(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        answers.unreadable(new Location.AtByte(0));
        if (json.currentToken() != null) {
          json.skipChildren();
        }
        return;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean list = json.currentName().equals("declaraciones");
        if (json.nextToken() == JsonToken.START_ARRAY && list) {
          declarations(json);
        } else {
          json.skipChildren();
        }
      }
    }

    private void declarations(JsonParser json) throws IOException {
      for (var token = json.nextToken();
          token != null && token != JsonToken.END_ARRAY;
          token = json.nextToken()) {
        answers.take(AnswerNode.of(json));
      }
    }

    @Override
    public void problem(Problem problem) {
      answers.problem(problem);
    }

    @Override
    public DocumentEnd end() {
      return answers.end();
    }
  }
}
