package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.Envelope;
import org.chasqui.message.MessageKind;

/**
 * The CloudEvents attributes of one message as they stand in JSON, to and from {@link Envelope}.
 * Attributes that the envelope has no component for are kept.
 */
final class EnvelopeAttributes {
  private static final String CONTENT_TYPE = "application/json";

  private final Map<String, Object> values = new LinkedHashMap<>();

  void put(String name, Object value) {
    values.put(name, value);
  }

  /** The kind of the type attribute, when that has been read. */
  Optional<MessageKind> kind() {
    return values.get("type") instanceof String type ? MessageKind.ofType(type) : Optional.empty();
  }

  /** The envelope; what has no component of its own goes into its further attributes. */
  Envelope envelope(MessageKind kind) {
    var others = new LinkedHashMap<>(values);
    others.remove("type");
    dropUsual(others, "specversion", "1.0");
    dropUsual(others, "datacontenttype", CONTENT_TYPE);
    dropUsual(others, "dataschema", kind.dataSchema());
    return new Envelope(
        text(others, "id"),
        text(others, "source"),
        kind,
        text(others, "subject"),
        text(others, "time"),
        text(others, "recipient"),
        text(others, "correlationid"),
        text(others, "causationid"),
        Boolean.TRUE.equals(others.remove("testindicator")),
        others);
  }

  private static void dropUsual(Map<String, Object> values, String name, String usual) {
    values.remove(name, usual);
  }

  private static String text(Map<String, Object> values, String name) {
    return values.remove(name) instanceof String text ? text : null;
  }

  /** Writes the attributes in the order of wco-and-canonical-model §6.3. */
  static void write(Envelope envelope, JsonGenerator generator) throws IOException {
    var others = envelope.other();
    var kind = envelope.kind();
    usual(generator, others, "specversion", "1.0");
    optional(generator, "id", envelope.id());
    optional(generator, "source", envelope.source());
    generator.writeStringField("type", kind.type());
    optional(generator, "subject", envelope.subject());
    optional(generator, "time", envelope.time());
    usual(generator, others, "datacontenttype", CONTENT_TYPE);
    usual(generator, others, "dataschema", kind.dataSchema());
    optional(generator, "recipient", envelope.recipient());
    optional(generator, "correlationid", envelope.correlationId());
    optional(generator, "causationid", envelope.causationId());
    if (envelope.test()) {
      generator.writeBooleanField("testindicator", true);
    }
    for (var other : others.entrySet()) {
      generator.writeFieldName(other.getKey());
      generator.writePOJO(other.getValue());
    }
  }

  private static void usual(
      JsonGenerator generator, Map<String, Object> others, String name, String usual)
      throws IOException {
    if (!others.containsKey(name)) {
      generator.writeStringField(name, usual);
    }
  }

  private static void optional(JsonGenerator generator, String name, String value)
      throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
  }
}
