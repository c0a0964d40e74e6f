package org.chasqui.codec.vucem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerElement;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.codec.answer.ItemAnswerDecoder;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;

/**
 * Reads the answer to {@code ConsultarRespuestaCove}: an eDocument or messages for each invoice. An
 * eDocument says that the value was taken, no more; the state of a clearance beside it ({@code
 * estado}) is ours.
 */
final class CoveAnswerDecoder extends ItemAnswerDecoder {
  private static final String STATUS = "EDOCUMENT";

  CoveAnswerDecoder() {
    super(
        "vucem-answer",
        "solicitarConsultarRespuestaCoveServicioResponse",
        Set.of("solicitarConsultarRespuestaCoveServicioResponse", "RespuestaPeticion"));
  }

  @Override
  protected void item(AnswerElement answer, Answers answers) {
    var root = "//" + answer.name() + "[" + answers.index() + "]";
    var operations = answer.all("respuestasOperaciones");
    if (operations.isEmpty()) {
      var words = answer.text("leyenda");
      answers.problem(
          words == null
              ? AnswerValues.missing(root + "/respuestasOperaciones")
              : AnswerValues.reported(root + "/leyenda", null, words));
    }
    var receivedAt = answers.decisions().time(answer.text("horaRecepcion")).orElse(null);
    for (int i = 0; i < operations.size(); i++) {
      var base = root + "/respuestasOperaciones[" + (i + 1) + "]";
      operation(operations.get(i), base, receivedAt, answers);
    }
  }

  private static void operation(
      AnswerElement operation, String base, String receivedAt, ItemAnswerDecoder.Answers answers) {
    var itemId = operation.text("numeroFacturaORelacionFacturas");
    var number = operation.text("eDocument");
    var found = faults(operation, base);
    if (!found.isEmpty()) {
      answers.unusable(itemId, found);
      return;
    }
    var state = operation.text("estado");
    Location place = AnswerValues.at(base + (state == null ? "/eDocument" : "/estado"));
    var decisions = answers.decisions();
    var problems = new ArrayList<Problem>();
    var status = LossList.head(state == null ? STATUS : state, 17);
    var decision =
        decisions
            .decision(itemId, status, place, problems)
            .declaration(
                new DeclarationReference(
                    itemId, null, null, AnswerValues.shortened(number, 70), Map.of()))
            .decidedAt(receivedAt == null ? decisions.receivedAt() : receivedAt)
            .build();
    answers.decided(AnswerDecisions.withReleaseTime(decision), place, problems);
  }

  /** What the operation tells of itself, or lacks. */
  private static List<Problem> faults(AnswerElement operation, String base) {
    var faults = errors(operation, base);
    if (operation.text("numeroFacturaORelacionFacturas") == null) {
      faults.add(AnswerValues.missing(base + "/numeroFacturaORelacionFacturas"));
    }
    if (faults.isEmpty() && operation.text("eDocument") == null) {
      faults.add(AnswerValues.missing(base + "/eDocument"));
    }
    return faults;
  }

  private static List<Problem> errors(AnswerElement operation, String base) {
    var errors = new ArrayList<Problem>();
    for (var message : operation.all("errores/mensaje")) {
      var place = base + "/errores/mensaje[" + (errors.size() + 1) + "]";
      if (errors.size() < 99) {
        errors.add(AnswerValues.reported(place, null, message.text()));
      }
    }
    if (errors.isEmpty() && "true".equals(operation.text("contieneError"))) {
      errors.add(AnswerValues.reported(base + "/contieneError", null, null));
    }
    return errors;
  }
}
