package org.chasqui.codec.edifact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The message definitions of a gateway. Built in are those of {@code config/edifact} at the time of
 * the build; a folder may replace them or add others.
 */
public final class Definitions {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final String BUILT_IN = "definitions/";

  private final List<MessageDefinition> messages;

  private Definitions(List<MessageDefinition> messages) {
    this.messages = List.copyOf(messages);
  }

  /** Those built in. */
  public static Definitions builtIn() {
    return read(file -> Definitions.class.getResourceAsStream(BUILT_IN + file));
  }

  /** Those of a folder with a {@code messages.yaml} that lists them. */
  public static Definitions of(Path folder) {
    return read(file -> Files.newInputStream(folder.resolve(file)));
  }

  /** All of them, in the order of {@code messages.yaml}. */
  public List<MessageDefinition> messages() {
    return messages;
  }

  /**
   * The definition for a type: the one of this association code, else the one that names none, else
   * the first of the type.
   */
  public Optional<MessageDefinition> find(String type, String association) {
    MessageDefinition best = null;
    for (var message : messages) {
      if (!message.type().equals(type)) {
        continue;
      }
      if (message.association() != null && message.association().equals(association)) {
        return Optional.of(message);
      }
      if (best == null || (best.association() != null && message.association() == null)) {
        best = message;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * Those of some types alone: to a reader that knows no others, a message of another is unknown.
   */
  public Definitions only(Set<String> types) {
    return new Definitions(
        messages.stream().filter(message -> types.contains(message.type())).toList());
  }

  private interface Source {
    InputStream open(String file) throws IOException;
  }

  private static Definitions read(Source source) {
    var messages = new ArrayList<MessageDefinition>();
    for (var file : tree(source, "messages.yaml").path("messages")) {
      var message = tree(source, file.asText());
      var directory = new DefinitionParser(tree(source, message.path("segments").asText()));
      messages.add(directory.message(file.asText(), message));
    }
    return new Definitions(messages);
  }

  private static JsonNode tree(Source source, String file) {
    try (var in = source.open(file)) {
      if (in == null) {
        throw new IllegalStateException("EDIFACT definition " + file + " is missing");
      }
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("EDIFACT definition " + file, e);
    }
  }
}
