package org.chasqui.codec.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.saxon.s9api.XdmNode;
import org.chasqui.codec.DecodeContext;
import org.chasqui.codec.Decoded;
import org.chasqui.codec.Decoder;
import org.chasqui.codec.DocumentEnd;
import org.chasqui.codec.LossList;
import org.chasqui.codec.answer.AnswerDecisions;
import org.chasqui.codec.answer.StatusReason;
import org.chasqui.message.DecisionStatus;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.Severity;

/**
 * Reads one answer by the template of a folder: the messages that it makes are completed with what
 * the document and the profile tell, and read as regional JSON, so that they are checked like any
 * other.
 */
final class FolderReading {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> TIMES =
      List.of("decidedAt", "effectiveAt", "releasedAt", "actionDueAt");

  private final FolderFormat format;
  private final FolderFormat.Parts parts;
  private final DecodeContext context;
  private final Regional regional;
  private final AnswerDecisions decisions;
  private final Decoder.Sink sink;
  private final List<Problem> problems = new ArrayList<>();
  private int items;

  FolderReading(FolderFormat format, DecodeContext context, Regional regional, Decoder.Sink sink) {
    this.format = format;
    this.parts = format.parts();
    this.context = context;
    this.regional = regional;
    this.decisions = new AnswerDecisions(context);
    this.sink = sink;
  }

  void read(byte[] document) throws IOException {
    var reads = format.definition().reads();
    if (document.length > reads.mostBytes()) {
      problems.add(
          Problem.of(
              ProblemCode.TOO_LARGE,
              new Location.AtByte(reads.mostBytes()),
              null,
              "at most " + reads.mostBytes() + " bytes"));
    } else {
      var tree = AnswerTree.of(parts.engine(), reads.as(), document);
      if (tree.problem() == null) {
        checkSchema(document);
        transform(tree.root());
      } else {
        problems.add(tree.problem());
      }
    }
    sink.end(new DocumentEnd(items, List.copyOf(problems), null));
  }

  /** Told, but no reason to lose the decisions of an answer: each is checked by itself. */
  private void checkSchema(byte[] document) {
    if (parts.readSchema() != null) {
      for (var fault : parts.readSchema().faults(document)) {
        problems.add(
            new Problem(
                ProblemCode.FORMAT_RULE,
                Severity.WARNING,
                fault.location(),
                fault.rule(),
                "an answer valid by " + format.definition().reads().schema()));
      }
    }
  }

  private void transform(XdmNode answer) throws IOException {
    var result = parts.read().read(answer, context.receivedAt(), format.parameters(context.view()));
    switch (result) {
      case Stylesheet.Result.Failed failed ->
          problems.add(
              new Problem(
                  ProblemCode.FORMAT_RULE,
                  Severity.ERROR,
                  Location.WHOLE,
                  failed.place().text(),
                  "an answer that the format's template takes"));
      case Stylesheet.Result.Done done -> {
        done.notes().forEach(note -> problems.add(note.problem()));
        messages(Note.firstElement(done.tree()));
      }
    }
  }

  private void messages(XdmNode root) throws IOException {
    for (var element : RegionalTree.elements(root)) {
      items++;
      var kind = kind(element);
      if (kind.isPresent()) {
        message(kind.get(), element);
      } else {
        var itemId = attribute(element, "itemId");
        sink.item(AnswerDecisions.unusable(items, itemId, List.of(unusable(element))));
      }
    }
  }

  private Optional<MessageKind> kind(XdmNode element) {
    var name = element.getNodeName().getLocalName();
    return format.definition().reads().kinds().contains(name)
        ? DefinitionFile.kind(name)
        : Optional.empty();
  }

  /** What the template says of a part that makes no message, or that it wrote another kind. */
  private static Problem unusable(XdmNode element) {
    boolean said = element.getNodeName().getLocalName().equals("unusable");
    return new Problem(
        said ? ProblemCode.ELEMENT_MISSING : ProblemCode.MESSAGE_TYPE,
        Severity.ERROR,
        place(element),
        said ? null : element.getNodeName().getLocalName(),
        said ? attribute(element, "expected") : "a kind of the format");
  }

  private static String attribute(XdmNode element, String name) {
    var value = element.attribute(name);
    return value == null || value.isBlank() ? null : value;
  }

  private static Location place(XdmNode element) {
    var place = attribute(element, "place");
    return place == null ? Location.WHOLE : new Location.AtXPath(place, null);
  }

  private void message(MessageKind kind, XdmNode element) throws IOException {
    var found = new ArrayList<Problem>();
    var data = RegionalTree.object(element, kind.dataClass());
    if (kind == MessageKind.CUSTOMS_DECISION) {
      complete(data, place(element), found);
    }
    int position = items;
    var event = event(kind, data, attribute(element, "subject"));
    var document = event.toString().getBytes(StandardCharsets.UTF_8);
    regional.reader().decode(new ByteArrayInputStream(document), context, handOn(position, found));
  }

  /** Hands on one message, with what was found before it was read. */
  private Decoder.Sink handOn(int position, List<Problem> found) {
    return new Decoder.Sink() {
      @Override
      public void item(Decoded decoded) {
        found.addAll(decoded.problems());
        sink.item(
            new Decoded(
                position, decoded.businessKey(), null, decoded.message(), List.copyOf(found)));
      }

      @Override
      public void end(DocumentEnd end) {
        problems.addAll(end.problems());
      }
    };
  }

  private ObjectNode event(MessageKind kind, ObjectNode data, String given) {
    var subject = given == null ? subject(data) : given;
    var event = JSON.objectNode();
    event.put("specversion", "1.0");
    event.put("id", context.messageId(items));
    event.put("source", context.view().urn());
    event.put("type", kind.type());
    event.put("subject", subject);
    event.put("time", decisions.receivedAt());
    event.put("datacontenttype", "application/json");
    event.put("dataschema", kind.dataSchema());
    event.put("recipient", context.recipientUrn());
    event.put("correlationid", DecodeContext.stableId("conversation/" + subject));
    event.set("data", data);
    return event;
  }

  private static String subject(ObjectNode data) {
    var places =
        List.of(data.at("/declaration/itemId"), data.at("/itemId"), data.at("/dispatchId"));
    return places.stream()
        .map(node -> node.asText(""))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** What every decision must say and no answer does. */
  private void complete(ObjectNode data, Location place, List<Problem> found) {
    var view = context.view();
    var id = DecodeContext.stableId(view.urn() + "/decision/" + subject(data));
    putIfAbsent(data, "decisionId", JSON.textNode(id));
    putIfAbsent(data, "version", JSON.numberNode(1));
    putIfAbsent(data, "decidedAt", JSON.textNode(decisions.receivedAt()));
    for (var time : TIMES) {
      decisions.time(data.path(time).asText(null)).ifPresent(local -> data.put(time, local));
    }
    if (!data.has("authority")) {
      data.putObject("authority")
          .put("countryCode", view.countryCode())
          .put("name", LossList.head(view.name(), 70))
          .put("agencyType", "CUSTOMS");
    }
    status(data, place, found);
  }

  private static void putIfAbsent(ObjectNode data, String key, JsonNode value) {
    if (!data.has(key)) {
      data.set(key, value);
    }
  }

  private void status(ObjectNode data, Location place, List<Problem> found) {
    var code = data.path("sourceStatusCode").asText(null);
    if (!data.has("status")) {
      var known = context.view().code(AnswerDecisions.STATUS_MAP, code).flatMap(this::status);
      if (known.isEmpty()) {
        var expected = "a code of the map " + AnswerDecisions.STATUS_MAP;
        found.add(Problem.of(ProblemCode.CODE_WITHOUT_TARGET, place, code, expected));
        data.put("provisional", true);
      }
      data.put("status", known.orElse(DecisionStatus.REGISTERED).name());
    }
    boolean needed =
        status(data.path("status").asText()).filter(StatusReason::isNeeded).isPresent();
    if (needed && !data.has("reasons") && code != null) {
      data.putArray("reasons")
          .addObject()
          .put("code", code)
          .put("listId", AnswerDecisions.STATUS_MAP);
    }
  }

  private Optional<DecisionStatus> status(String name) {
    return List.of(DecisionStatus.values()).stream()
        .filter(status -> status.name().equals(name))
        .findFirst();
  }
}
