package org.chasqui.codec.regional;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas that are published may grow but not break (config/schema/README.md). */
class SchemaEvolutionTest {
  private static final Path SCHEMAS = Path.of("config/schema");
  private static final Path PUBLISHED = SCHEMAS.resolve("published");

  static List<Path> publishedFiles() throws IOException {
    try (var files = Files.walk(PUBLISHED)) {
      return files.filter(file -> file.toString().endsWith(".schema.json")).sorted().toList();
    }
  }

  @Test
  void everySchemaOfVersion1IsPublished() throws IOException {
    assertThat(publishedFiles()).hasSize(SchemaFiles.NAMES.size());
  }

  @Test
  void theExampleOfAProblemFollowsItsSchema() throws IOException {
    var files = SchemaFiles.read(SCHEMAS);
    var schema =
        JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(files.texts())))
            .getSchema(SchemaLocation.of(files.id("problem")), SchemaValidator.CONFIG);

    assertThat(schema.validate(tree(SCHEMAS.resolve("examples/problem.json")))).isEmpty();
    assertThat(schema.validate(RegionalJson.mapper().createObjectNode())).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("publishedFiles")
  void aPublishedSchemaIsNeverEdited(Path file) throws IOException, NoSuchAlgorithmException {
    var version = file.getParent().getFileName();
    var digests = Files.readAllLines(PUBLISHED.resolve(version + ".sha256"));

    var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));

    assertThat(digests).contains(HexFormat.of().formatHex(digest) + "  " + file.getFileName());
  }

  @ParameterizedTest
  @MethodSource("publishedFiles")
  void aPublishedSchemaIsNotBrokenByTheCurrentOne(Path file) throws IOException {
    var current = SCHEMAS.resolve(file.getFileName());

    assertThat(current).exists();
    assertThat(SchemaChanges.breaking(tree(file), tree(current)))
        .as("publish a new major version instead")
        .isEmpty();
  }

  static Stream<Arguments> breakingChanges() {
    return Stream.of(
        change("/properties/comments removed", s -> at(s, "/properties").remove("comments")),
        change("/required: comments added", s -> required(s).add("comments")),
        change("/required: version removed", s -> required(s).remove(1)),
        change(
            "/properties/localItemId/maxLength narrowed",
            s -> at(s, "/properties/localItemId").put("maxLength", 34)),
        change(
            "/properties/localItemId/minLength narrowed",
            s -> at(s, "/properties/localItemId").put("minLength", 2)),
        change(
            "/properties/contents/maxItems narrowed",
            s -> at(s, "/properties/contents").put("maxItems", 998)),
        change(
            "/properties/mailSubclassCode/pattern changed",
            s -> at(s, "/properties/mailSubclassCode").put("pattern", "^[A-Z]{2}$")),
        change(
            "/properties/version/type changed",
            s -> at(s, "/properties/version").put("type", "string")),
        change(
            "/properties/flow/enum: EXPORT removed",
            s -> ((ArrayNode) at(s, "/properties/flow").get("enum")).remove(0)),
        change(
            "/properties/flow/enum: CABOTAGE added",
            s -> ((ArrayNode) at(s, "/properties/flow").get("enum")).add("CABOTAGE")),
        change(
            "/properties/sender/$ref changed",
            s -> at(s, "/properties/sender").put("$ref", "urn:lac-ead:schema:common:1.0.0#/x")),
        change(
            "/properties/contents/items/properties/hsCode/$ref changed",
            s -> at(s, "/properties/contents/items/properties/hsCode").put("$ref", "x")),
        change("/allOf changed", s -> ((ArrayNode) s.get("allOf")).remove(0)),
        change("/additionalProperties changed", s -> s.put("additionalProperties", false)));
  }

  @ParameterizedTest
  @MethodSource("breakingChanges")
  void refusesABreakingChange(String expected, Consumer<ObjectNode> change) throws IOException {
    var published = tree(SCHEMAS.resolve("item-declaration.schema.json"));
    ObjectNode current = published.deepCopy();
    change.accept(current);

    assertThat(SchemaChanges.breaking(published, current)).containsExactly(expected);
  }

  @Test
  void allowsANewOptionalPropertyAWiderLimitAndMoreOfAnOpenEndedList() throws IOException {
    var published = tree(SCHEMAS.resolve("item-declaration.schema.json"));
    ObjectNode current = published.deepCopy();
    at(current, "/properties").putObject("returnLabel").put("type", "string");
    at(current, "/properties/localItemId").put("maxLength", 50);
    ((ArrayNode) at(current, "/properties/itemCategory").get("enum")).add("HUMANITARIAN_AID");

    assertThat(SchemaChanges.breaking(published, current)).isEmpty();
  }

  private static Arguments change(String expected, Consumer<ObjectNode> change) {
    return Arguments.of(expected, change);
  }

  private static ObjectNode at(JsonNode schema, String pointer) {
    return (ObjectNode) schema.at(pointer);
  }

  private static ArrayNode required(JsonNode schema) {
    return (ArrayNode) schema.get("required");
  }

  private static JsonNode tree(Path file) throws IOException {
    return RegionalJson.mapper().readTree(file.toFile());
  }
}
