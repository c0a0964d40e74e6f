package org.chasqui.codec.atena;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.codec.answer.JsonAnswerDecoder;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Reads one declaration that is read back by its registration ({@code declaration/serial}). */
final class DeclarationDecoder extends JsonAnswerDecoder {

  DeclarationDecoder() {
    super("atena-declaration", "a declaration of ATENA");
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP, SadDecision.CONTROL_MAP);
  }

  @Override
  protected boolean recognises(String head) {
    return head.contains("\"typeOfDeclaration\"") || head.contains("\"declarantReferenceNumber\"");
  }

  @Override
  protected Reader reader(DecodeContext context, Sink sink) {
    return new Document(context, sink);
  }

  private static final class Document extends AnswerReading implements Reader {
    private final DecodeContext context;
    private final Sink sink;

    Document(DecodeContext context, Sink sink) {
      this.context = context;
      this.sink = sink;
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
      declaration(AnswerNode.of(json));
    }

    private void declaration(AnswerNode sad) {
      int position = next();
      var itemId = sad.text("declarantReferenceNumber");
      if (itemId == null || SadDecision.status(sad) == null) {
        var missing = itemId == null ? "/declarantReferenceNumber" : "/status";
        var place = new Location.AtPointer(missing);
        var problem = Problem.of(ProblemCode.SCHEMA, place, null, "a value");
        sink.item(AnswerDecisions.unusable(position, itemId, List.of(problem)));
        return;
      }
      var found = new ArrayList<Problem>();
      var decisions = new AnswerDecisions(context);
      var decision = new SadDecision(context.view(), decisions).of(itemId, sad, found);
      sink.item(decisions.decoded(position, decision, SadDecision.PLACE, found));
    }
  }
}
