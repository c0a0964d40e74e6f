package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chasqui.codec.Decoded;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;

/** Makes a regional message of one JSON tree, or says all that forbids it. */
final class MessageReader {
  private static final Pattern KEY = Pattern.compile("[A-Z0-9-]{1,64}");

  private final SchemaValidator schemas;

  MessageReader(SchemaValidator schemas) {
    this.schemas = schemas;
  }

  Decoded read(int position, JsonNode tree, List<Problem> readProblems) {
    var problems = new ArrayList<>(readProblems);
    RegionalMessage message = null;
    if (!(tree instanceof ObjectNode event)) {
      problems.add(
          Problem.of(ProblemCode.SCHEMA, Pointers.ofMessage(""), null, "a CloudEvents object"));
    } else if (problems.stream().noneMatch(problem -> problem.code() == ProblemCode.TOO_LARGE)) {
      message = message(event, problems);
    }
    var forbidden = problems.stream().anyMatch(Problem::isError);
    return new Decoded(
        position,
        businessKey(tree, message),
        text(tree.path("id")),
        forbidden ? null : message,
        List.copyOf(problems));
  }

  private RegionalMessage message(ObjectNode event, List<Problem> problems) {
    problems.addAll(schemas.checkEnvelope(event));
    var kind = kind(event, problems);
    if (kind.isEmpty()) {
      return null;
    }
    if (!event.has("data")) {
      problems.add(Problem.of(ProblemCode.SCHEMA, new Location.AtPointer(""), null, "data"));
      return null;
    }
    if (kind.get() == MessageKind.CUSTOMS_DECISION) {
      AssessedWithoutAmounts.settle(event, problems);
    }
    problems.addAll(schemas.check(kind.get(), event.get("data")));
    return problems.stream().anyMatch(Problem::isError) ? null : map(kind.get(), event, problems);
  }

  private static RegionalMessage map(MessageKind kind, ObjectNode event, List<Problem> problems) {
    try {
      var attributes = new EnvelopeAttributes();
      for (var attribute : event.properties()) {
        if (!attribute.getKey().equals("data")) {
          attributes.put(
              attribute.getKey(),
              RegionalJson.mapper().treeToValue(attribute.getValue(), Object.class));
        }
      }
      var data = RegionalJson.data(kind, event.get("data"));
      checkSubject(data, event, problems);
      return new RegionalMessage(attributes.envelope(kind), data);
    } catch (JsonProcessingException e) {
      problems.add(Problem.of(ProblemCode.SCHEMA, location(e), null, "a value of the schema"));
      return null;
    }
  }

  private static Optional<MessageKind> kind(ObjectNode event, List<Problem> problems) {
    var type = text(event.path("type"));
    if (type == null) {
      return Optional.empty();
    }
    var kind = MessageKind.ofType(type);
    if (kind.isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.MESSAGE_TYPE, Pointers.attribute("type"), type, "a type of version 1"));
      return kind;
    }
    var schema = text(event.path("dataschema"));
    var stem = kind.get().dataSchema().replaceFirst("1\\.0\\.0$", "1.");
    if (schema != null && !schema.startsWith(stem)) {
      problems.add(
          Problem.of(
              ProblemCode.MESSAGE_TYPE, Pointers.attribute("dataschema"), schema, stem + "x.y"));
    }
    return kind;
  }

  /** The subject orders the messages of an item, so it must be the item. */
  private static void checkSubject(RegionalData data, ObjectNode event, List<Problem> problems) {
    var named =
        switch (data.kind()) {
          case ITEM_DECLARATION, CUSTOMS_DECISION, DISPATCH_PREADVICE, MARKETPLACE_ORDER ->
              data.businessKey();
          default -> null;
        };
    var subject = text(event.path("subject"));
    if (named != null && !named.equals(subject)) {
      problems.add(Problem.of(ProblemCode.ENVELOPE, Pointers.attribute("subject"), subject, named));
    }
  }

  private static String businessKey(JsonNode event, RegionalMessage message) {
    if (message != null) {
      return message.data().businessKey();
    }
    var data = event.path("data");
    return Stream.of(
            data.path("itemId"),
            data.path("declaration").path("itemId"),
            data.path("dispatchId"),
            event.path("subject"))
        .map(MessageReader::text)
        .filter(key -> key != null && KEY.matcher(key).matches())
        .findFirst()
        .orElse(null);
  }

  private static Location location(JsonProcessingException fault) {
    var pointer = new StringBuilder();
    if (fault instanceof JsonMappingException mapping) {
      for (var step : mapping.getPath()) {
        var name = step.getFieldName();
        pointer.append('/');
        pointer.append(name == null ? step.getIndex() : Pointers.escaped(name));
      }
    }
    return new Location.AtPointer(pointer.toString());
  }

  private static String text(JsonNode node) {
    return node.isTextual() ? node.textValue() : null;
  }
}
