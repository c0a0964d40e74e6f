package org.chasqui.codec.duca;

import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerNode;
import org.chasqui.codec.answer.AnswerReading;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/** Hands on a decision or a fault for each declaration of an answer, whatever its form. */
final class DucaAnswers extends AnswerReading {
  private final AnswerDecisions decisions;
  private final DucaDecision ducaDecision;
  private final DucaPlaces places;
  private final Decoder.Sink sink;

  DucaAnswers(DecodeContext context, DucaPlaces places, Decoder.Sink sink) {
    this.decisions = new AnswerDecisions(context);
    this.places = places;
    this.ducaDecision = new DucaDecision(context.view(), decisions, places);
    this.sink = sink;
  }

  /** Takes the next declaration. */
  void take(AnswerNode duca) {
    var base = places.declaration(items());
    int position = next();
    var itemId = duca.text("referenciaDeclarante");
    if (itemId == null || duca.text("estado") == null) {
      var missing = base + (itemId == null ? "/referenciaDeclarante" : "/estado");
      var problem = Problem.of(ProblemCode.SCHEMA, places.at(missing), null, "a value");
      sink.item(AnswerDecisions.unusable(position, itemId, List.of(problem)));
      return;
    }
    var found = new ArrayList<Problem>();
    var decision = ducaDecision.of(itemId, duca, base, found);
    sink.item(decisions.decoded(position, decision, places.at(base + "/estado"), found));
  }

  /** The document is none of this format. */
  void unreadable(Location location) {
    problem(Problem.of(ProblemCode.UNREADABLE, location, null, "declarations of a DUCA"));
  }
}
