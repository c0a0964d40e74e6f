package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema files of the regional standard, by their {@code $id}. A file that the given folder
 * does not have comes from the program itself.
 */
final class SchemaFiles {
  /** The names of the schemas, which are those of their files without ending. */
  static final List<String> NAMES =
      List.of(
          "common",
          "envelope",
          "item-declaration",
          "dispatch-preadvice",
          "tracking-event",
          "customs-decision",
          "customs-referral",
          "referral-response",
          "acknowledgement",
          "marketplace-order",
          "problem");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, JsonNode> trees = new LinkedHashMap<>();

  private SchemaFiles() {}

  /** Reads them; {@code folder} may be null. */
  static SchemaFiles read(Path folder) {
    var files = new SchemaFiles();
    for (var name : NAMES) {
      files.add(name, text(folder, name + ".schema.json"));
    }
    return files;
  }

  private void add(String name, String text) {
    try {
      var tree = JSON.readTree(text);
      texts.put(tree.path("$id").asText(), text);
      trees.put(tree.path("$id").asText(), tree);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("schema " + name + " is not JSON", e);
    }
  }

  /** Text by {@code $id}. */
  Map<String, String> texts() {
    return texts;
  }

  /** The {@code $id} of a name, whatever its version. */
  String id(String name) {
    return trees.keySet().stream()
        .filter(id -> id.startsWith("urn:lac-ead:schema:" + name + ":"))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no schema has the $id of " + name));
  }

  /** The schema with a name. */
  JsonNode schema(String name) {
    return trees.get(id(name));
  }

  /**
   * The schema that a reference means.
   *
   * @param id of the schema that holds the reference
   * @param reference {@code #/$defs/x} or {@code urn:...#/$defs/x}
   */
  Resolved resolve(String id, String reference) {
    var hash = reference.indexOf('#');
    var target = hash <= 0 ? id : reference.substring(0, hash);
    var tree = trees.get(hash < 0 ? reference : target);
    var node = tree == null || hash < 0 ? tree : tree.at(reference.substring(hash + 1));
    if (node == null || node.isMissingNode()) {
      throw new IllegalArgumentException(id + " refers to " + reference + ", which is not there");
    }
    return new Resolved(target, node);
  }

  /** A schema and the {@code $id} of the file that holds it. */
  record Resolved(String id, JsonNode schema) {}

  private static String text(Path folder, String file) {
    try {
      if (folder != null && Files.exists(folder.resolve(file))) {
        return Files.readString(folder.resolve(file));
      }
      try (InputStream in = SchemaFiles.class.getResourceAsStream("/schema/" + file)) {
        if (in == null) {
          throw new IllegalArgumentException("schema file " + file + " is not there");
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read schema file " + file, e);
    }
  }
}
