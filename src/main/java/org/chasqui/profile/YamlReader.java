package org.chasqui.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a YAML file as nodes that know their line. Every scalar stays the text that was written, so
 * that {@code NO} is a country and {@code 01} a code. A key given twice, an alias and a second
 * document are faults.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final String file;
  private final Consumer<ConfigurationFault> faults;
  private YAMLParser parser;

  /** For one file; {@code file} is its name in faults. */
  YamlReader(String file, Consumer<ConfigurationFault> faults) {
    this.file = file;
    this.faults = faults;
  }

  /** The mapping that the file holds; empty after a fault that leaves nothing to read. */
  Optional<ConfigNode.Mapping> read(Path path) {
    try (var opened = YAML.createParser(Files.readString(path))) {
      parser = opened;
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        fault(1, "", "must hold keys with values", null);
        return Optional.empty();
      }
      var mapping = mapping("");
      if (parser.nextToken() != null) {
        fault(line(), "", "must hold one YAML document", null);
      }
      return Optional.of(mapping);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      fault(at == null ? 0 : at.getLineNr(), "", "must be YAML: " + firstLine(e), null);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
  }

  private ConfigNode.Mapping mapping(String path) throws IOException {
    int start = line();
    var entries = new LinkedHashMap<String, ConfigNode>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var key = parser.currentName();
      int keyLine = line();
      var keyPath = path.isEmpty() ? key : path + "." + key;
      parser.nextToken();
      if (entries.put(key, value(keyPath)) != null) {
        fault(keyLine, keyPath, "is given twice", null);
      }
    }
    return new ConfigNode.Mapping(entries, start);
  }

  private ConfigNode value(String path) throws IOException {
    if (parser.isCurrentAlias()) {
      fault(line(), path, "must not be an alias", parser.getText());
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(path);
      case START_ARRAY -> listing(path);
      case VALUE_NULL -> new ConfigNode.Scalar(null, line());
      default -> new ConfigNode.Scalar(parser.getText(), line());
    };
  }

  private ConfigNode.Listing listing(String path) throws IOException {
    int start = line();
    List<ConfigNode> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(path + "[" + elements.size() + "]"));
    }
    return new ConfigNode.Listing(elements, start);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private void fault(int line, String key, String rule, String value) {
    faults.accept(new ConfigurationFault(file, line, key, rule, value));
  }
}
