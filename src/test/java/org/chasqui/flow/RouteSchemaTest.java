package org.chasqui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The route files are the canonical YAML that Camel's own schema, and so Kaoto, reads. */
class RouteSchemaTest {
  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    try (var in = RouteSchemaTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
      assertThat(in).as("schema/camelYamlDsl.json of camel-yaml-dsl").isNotNull();
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
              .getSchema(new ObjectMapper().readTree(in));
    }
  }

  static Stream<Path> files() throws IOException {
    try (var files = Files.walk(Path.of("routes"))) {
      return files
          .filter(file -> file.toString().endsWith(".camel.yaml"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void keepsToCamelsSchema(Path file) throws IOException {
    assertThat(faults(new YAMLMapper().readTree(file.toFile())))
        .as(file + " is not what Kaoto reads")
        .isEmpty();
  }

  @Test
  void tellsAKeyThatTheSchemaDoesNotKnow() throws IOException {
    var broken =
        """
        - route:
            id: broken
            from:
              uri: direct:broken
              steps:
                - bean: {reff: nobody}
        """;
    assertThat(faults(new YAMLMapper().readTree(broken))).anyMatch(text -> text.contains("reff"));
  }

  private static List<String> faults(JsonNode routes) {
    return schema.validate(routes).stream().map(ValidationMessage::toString).toList();
  }
}
