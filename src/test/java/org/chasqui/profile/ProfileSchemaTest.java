package org.chasqui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema that editors use says what the loader says. */
class ProfileSchemaTest {
  private static final Path CONFIG = Path.of("config");
  private static final Path EXAMPLES = Path.of("docs/formats/examples");
  private static final Path SCHEMA = CONFIG.resolve("schema/profile/profile-1.schema.json");

  static Stream<Path> profiles() throws IOException {
    try (var administrations = Files.list(CONFIG.resolve("administrations"));
        var operators = Files.list(CONFIG.resolve("operators"))) {
      return Stream.concat(administrations, operators).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyShippedProfileIsValid(Path profile) throws Exception {
    var schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Files.readString(SCHEMA));
    assertThat(schema.validate(new YAMLMapper().readTree(profile.toFile()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void everyShippedProfileNamesTheSchema(Path profile) throws Exception {
    assertThat(Files.readAllLines(profile).getFirst())
        .isEqualTo("# yaml-language-server: $schema=../schema/profile/profile-1.schema.json");
  }

  @Test
  void namesTheKeysOfTheLoaderAndNoOther() throws Exception {
    Map<String, Set<String>> ofTheSchema = new TreeMap<>();
    gather(new ObjectMapper().readTree(SCHEMA.toFile()), "", ofTheSchema);
    assertThat(ofTheSchema).isEqualTo(knownToTheLoader(ofTheSchema.keySet()));
  }

  static Stream<Path> examples() throws IOException {
    try (var examples = Files.list(EXAMPLES)) {
      return examples.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsValid(Path profile) throws Exception {
    everyShippedProfileIsValid(profile);
  }

  /** The keys that the loader asks for while it reads all that is shipped, and the examples. */
  private static Map<String, Set<String>> knownToTheLoader(Set<String> sections)
      throws IOException {
    Map<String, Set<String>> known = new TreeMap<>();
    for (var file : Stream.concat(profiles(), examples()).toList()) {
      var folder = file.startsWith(CONFIG) ? CONFIG : EXAMPLES;
      var name = folder.relativize(file).toString();
      var source = new ConfigSource(folder, name, Map.of(), fault -> {});
      new ProfileReader(source.read(), CodecFormats.catalog(), Set.of()).read("xx");
      source
          .knownKeys()
          .forEach(
              (path, keys) -> known.computeIfAbsent(path, any -> new TreeSet<>()).addAll(keys));
    }
    known.keySet().retainAll(sections);
    return known;
  }

  private static void gather(JsonNode schema, String path, Map<String, Set<String>> found) {
    if (schema.has("items")) {
      gather(schema.get("items"), path + "[]", found);
    }
    var properties = schema.path("properties");
    if (!properties.isObject()) {
      return;
    }
    var keys = found.computeIfAbsent(path, any -> new TreeSet<>());
    properties
        .properties()
        .forEach(
            property -> {
              keys.add(property.getKey());
              var below = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
              gather(property.getValue(), below, found);
            });
  }
}
