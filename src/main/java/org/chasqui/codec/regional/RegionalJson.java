package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalData;
import org.chasqui.message.RegionalMessage;

/**
 * Writes regional messages as CloudEvents in structured mode and reads back what it wrote.
 * Thread-safe. The order of properties is fixed, so the same message gives the same bytes; unknown
 * properties at every level are kept.
 */
public final class RegionalJson {
  /** Media type of one message. */
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  /** Media type of a batch. */
  public static final String BATCH_MEDIA_TYPE = "application/cloudevents-batch+json";

  /** What Jackson prepares for all records: made with the first message, not with the start. */
  private static final class Prepared {
    static final ObjectMapper MAPPER =
        JsonMapper.builder(factory())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule().setSerializerModifier(new RecordProperty.Modifier()))
            .build();

    static final Map<MessageKind, ObjectWriter> WRITERS = new EnumMap<>(MessageKind.class);
    static final Map<MessageKind, ObjectReader> READERS = new EnumMap<>(MessageKind.class);

    static {
      for (var kind : MessageKind.values()) {
        WRITERS.put(kind, MAPPER.writerFor(kind.dataClass()));
        READERS.put(kind, MAPPER.readerFor(kind.dataClass()));
      }
    }
  }

  /** A factory that reads UTF-8 only and bounds what one token may hold. */
  private static JsonFactory factory() {
    var bounds =
        StreamReadConstraints.builder().maxStringLength(1 << 20).maxNestingDepth(1000).build();
    return JsonFactory.builder()
        .streamReadConstraints(bounds)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .build();
  }

  static ObjectMapper mapper() {
    return Prepared.MAPPER;
  }

  /** The message as one CloudEvents object in UTF-8. */
  public byte[] write(RegionalMessage message) {
    return bytes(generator -> writeMessage(message, generator));
  }

  /** The messages as a CloudEvents batch: an array of them. */
  public byte[] writeBatch(List<RegionalMessage> messages) {
    return bytes(
        generator -> {
          generator.writeStartArray();
          for (var message : messages) {
            writeMessage(message, generator);
          }
          generator.writeEndArray();
        });
  }

  /** The data alone, without its envelope. */
  public byte[] writeData(RegionalData data) {
    return bytes(generator -> Prepared.WRITERS.get(data.kind()).writeValue(generator, data));
  }

  /**
   * Reads what {@link #write} wrote, for example from the ledger. Documents of others are read by
   * {@link RegionalJsonCodec}, which reports their faults.
   *
   * @throws IllegalArgumentException when it is not a regional message
   */
  public RegionalMessage read(byte[] json) {
    try (var parser = Prepared.MAPPER.createParser(json)) {
      parser.nextToken();
      return read(parser);
    } catch (IOException e) {
      throw new IllegalArgumentException("not a regional message: " + place(e), e);
    }
  }

  /** Reads one message from a parser that stands at its start. */
  private static RegionalMessage read(JsonParser parser) throws IOException {
    var attributes = new EnvelopeAttributes();
    RegionalData data = null;
    TokenBuffer early = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      if (!name.equals("data")) {
        attributes.put(name, parser.readValueAs(Object.class));
      } else if (attributes.kind().isPresent()) {
        data = Prepared.READERS.get(attributes.kind().get()).readValue(parser);
      } else {
        early = parser.readValueAs(TokenBuffer.class);
      }
    }
    var kind =
        attributes.kind().orElseThrow(() -> new IllegalArgumentException("type of no known kind"));
    if (early != null) {
      data = Prepared.READERS.get(kind).readValue(early.asParserOnFirstToken());
    }
    if (data == null) {
      throw new IllegalArgumentException("a message without data");
    }
    return new RegionalMessage(attributes.envelope(kind), data);
  }

  /** Reads data of a kind from a tree that was found to follow its schema. */
  static RegionalData data(MessageKind kind, JsonNode tree) throws JsonProcessingException {
    return Prepared.MAPPER.treeToValue(tree, kind.dataClass());
  }

  private static void writeMessage(RegionalMessage message, JsonGenerator generator)
      throws IOException {
    generator.writeStartObject();
    EnvelopeAttributes.write(message.envelope(), generator);
    generator.writeFieldName("data");
    Prepared.WRITERS.get(message.kind()).writeValue(generator, message.data());
    generator.writeEndObject();
  }

  private static byte[] bytes(Body body) {
    try (var buffer = new ByteArrayBuilder(2000);
        var generator = Prepared.MAPPER.createGenerator(buffer)) {
      body.write(generator);
      generator.flush();
      return buffer.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  /** Where a fault is, without the values that stand there. */
  private static String place(IOException e) {
    return e instanceof JsonProcessingException json && json.getLocation() != null
        ? "byte " + json.getLocation().getByteOffset()
        : e.getClass().getSimpleName();
  }

  /** What goes into a document. */
  private interface Body {
    void write(JsonGenerator generator) throws IOException;
  }
}
