package org.chasqui.codec.arca;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.AnswerElement;
import org.chasqui.codec.answer.AnswerValues;
import org.chasqui.codec.answer.ItemAnswerDecoder;
import org.chasqui.message.ControlType;
import org.chasqui.message.DeclarationReference;
import org.chasqui.message.Problem;
import org.chasqui.message.Reason;

/**
 * Reads {@code EstadosDeclaracion}: state, channel, days of each state, and blocks. The number of
 * the postal item in it ({@code ItemPostal}) is ours: what is public has the number of the
 * declaration alone. {@code Recibo} with another code than 0 refuses the question.
 */
final class EstadosDecoder extends ItemAnswerDecoder {
  /** Code map from {@code CodCanal} to a control. */
  static final String CHANNEL_MAP = "canal";

  /** The state, for the map of states, of a declaration with a block in force. */
  static final String BLOCKED = "BLOQUEO";

  private static final String DECLARATION = "EstadosDeclaracion";
  private static final List<String> DAYS = List.of("FechObtAutoriza", "FechPresen", "FechOfic");

  EstadosDecoder() {
    super("arca-estados", "EstadosDeclaracion or Recibo", Set.of(DECLARATION, "Recibo"));
  }

  @Override
  public Set<String> codeMaps() {
    return Set.of(AnswerDecisions.STATUS_MAP, CHANNEL_MAP);
  }

  @Override
  protected void item(AnswerElement element, Answers answers) {
    var base = "//" + element.name() + "[" + answers.index() + "]";
    if (element.name().equals(DECLARATION)) {
      declaration(element, base, answers);
    } else if (!"0".equals(element.text("CodErr"))) {
      var words = element.text("DesError");
      answers.problem(AnswerValues.reported(base + "/CodErr", element.text("CodErr"), words));
    }
  }

  private static void declaration(
      AnswerElement declaration, String base, ItemAnswerDecoder.Answers answers) {
    var itemId = declaration.text("ItemPostal");
    var status = declaration.text("CodEstDecla");
    var missing = missing(declaration, base, "ItemPostal", "CodEstDecla");
    if (!missing.isEmpty()) {
      answers.unusable(itemId, missing);
      return;
    }
    var blocks = blocks(declaration);
    var place = AnswerValues.at(base + (blocks.isEmpty() ? "/CodEstDecla" : "/Bloqueo"));
    var code = blocks.isEmpty() ? code(status, declaration.text("CodCanal"), answers) : BLOCKED;
    var problems = new ArrayList<Problem>();
    var number = AnswerValues.shortened(declaration.text("IdDecla"), 70);
    var decision =
        answers
            .decisions()
            .decision(itemId, code, place, problems)
            .declaration(new DeclarationReference(itemId, null, null, number, Map.of()))
            .decidedAt(decidedAt(declaration, base, answers, problems))
            .laneCode(AnswerValues.code(declaration.text("CodCanal")))
            .controlTypes(controls(declaration, answers))
            .reasons(blocks)
            .build();
    answers.decided(AnswerDecisions.withReleaseTime(decision), place, problems);
  }

  private static List<Problem> missing(AnswerElement element, String base, String... names) {
    return Stream.of(names)
        .filter(name -> element.text(name) == null)
        .map(name -> AnswerValues.missing(base + "/" + name))
        .toList();
  }

  /** The state; with the channel where the profile tells them apart. */
  private static String code(String status, String channel, ItemAnswerDecoder.Answers answers) {
    var known = answers.view().codes().getOrDefault(AnswerDecisions.STATUS_MAP, Map.of());
    var both = LossList.head(status + "/" + channel, 17);
    return known.containsKey(both) ? both : LossList.head(status, 17);
  }

  /** The newest day that is told, in the order of the states. */
  private static String decidedAt(
      AnswerElement declaration,
      String base,
      ItemAnswerDecoder.Answers answers,
      List<Problem> problems) {
    for (var name : DAYS) {
      var told = declaration.text(name);
      if (told != null) {
        var time = answers.decisions().time(told);
        if (time.isPresent()) {
          return time.get();
        }
        problems.add(AnswerValues.odd(base + "/" + name, "date and time, ISO 8601"));
      }
    }
    return answers.decisions().receivedAt();
  }

  /** Blocks that were not lifted, as reasons. */
  private static List<Reason> blocks(AnswerElement declaration) {
    var reasons = new ArrayList<Reason>();
    var all =
        Stream.concat(
            declaration.all("Bloqueo").stream(), declaration.all("ListaBloqueos/Bloqueo").stream());
    for (var block : all.toList()) {
      if (block.text("FechaDesbloqueo") == null && reasons.size() < 99) {
        var code = AnswerValues.code(block.text("CodigoBloqueo"));
        var text = AnswerValues.shortened(block.text("CausaDenegacion"), 512);
        var kept = code == null && text == null ? BLOCKED : code;
        reasons.add(new Reason(kept, "arca:bloqueo", text, text == null ? null : "es", Map.of()));
      }
    }
    return reasons;
  }

  private static List<ControlType> controls(
      AnswerElement declaration, ItemAnswerDecoder.Answers answers) {
    var control = answers.view().code(CHANNEL_MAP, declaration.text("CodCanal")).orElse("");
    return Stream.of(ControlType.values()).filter(type -> type.name().equals(control)).toList();
  }
}
