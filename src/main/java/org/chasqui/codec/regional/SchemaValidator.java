package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.chasqui.message.Location;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Checks JSON trees against the schemas of the regional standard and reports every fault with the
 * JSON pointer of what is wrong. Thread-safe. Offline: only the schema files are read.
 */
public final class SchemaValidator {
  /** In a place within a schema: one of several that suffice. */
  private static final String CHOICE = "/anyOf/";

  /**
   * Formats are checked, not only noted; pointers are JSON pointers; the end of a pattern is the
   * end of the text, not a place before its last line feed.
   */
  static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .typeLoose(false)
          .regularExpressionFactory(pattern -> TextPatterns.of(pattern)::test)
          .build();

  private final SchemaFiles files;
  private final Map<MessageKind, KnownProperties> known = new EnumMap<>(MessageKind.class);

  private Compiled compiled;

  private SchemaValidator(SchemaFiles files) {
    this.files = files;
    for (var kind : MessageKind.values()) {
      known.put(kind, KnownProperties.of(files, kind.schemaName()));
    }
  }

  /** The schemas in the form of the library, made for the first document that needs it. */
  private record Compiled(JsonSchema envelope, Map<MessageKind, JsonSchema> kinds) {}

  private synchronized Compiled compiled() {
    if (compiled == null) {
      var factory =
          JsonSchemaFactory.getInstance(
              SpecVersion.VersionFlag.V202012,
              builder -> builder.schemaLoaders(loaders -> loaders.schemas(files.texts())));
      var kinds = new EnumMap<MessageKind, JsonSchema>(MessageKind.class);
      for (var kind : MessageKind.values()) {
        kinds.put(kind, schema(factory, kind.schemaName()));
      }
      compiled = new Compiled(schema(factory, "envelope"), kinds);
    }
    return compiled;
  }

  /** Checks against the schemas that come with the program. */
  public static SchemaValidator bundled() {
    return new SchemaValidator(SchemaFiles.read(null));
  }

  /** Checks against the schemas of a folder; what it does not have comes from the program. */
  public static SchemaValidator of(Path folder) {
    return new SchemaValidator(SchemaFiles.read(folder));
  }

  private JsonSchema schema(JsonSchemaFactory factory, String name) {
    return factory.getSchema(SchemaLocation.of(files.id(name)), CONFIG);
  }

  /**
   * All faults of data of a kind, located below the data: {@code /contents/0/hsCode}. Unknown
   * properties are warnings.
   */
  public List<Problem> check(MessageKind kind, JsonNode data) {
    var problems = faults(compiled().kinds().get(kind), data, "");
    known
        .get(kind)
        .unknown(data)
        .forEach(
            pointer ->
                problems.add(
                    Problem.of(
                        ProblemCode.UNKNOWN_PROPERTY,
                        new Location.AtPointer(pointer),
                        null,
                        null)));
    return problems;
  }

  /** All faults of the envelope, located as {@code /envelope/recipient}. */
  List<Problem> checkEnvelope(JsonNode event) {
    return faults(compiled().envelope(), event, "/envelope");
  }

  private List<Problem> faults(JsonSchema schema, JsonNode tree, String prefix) {
    var problems = new LinkedHashSet<Problem>();
    for (var message : schema.validate(tree)) {
      problems.add(problem(message, prefix));
    }
    return new ArrayList<>(problems);
  }

  private Problem problem(ValidationMessage message, String prefix) {
    var location = message.getSchemaLocation();
    var fragment = location.getFragment().toString();
    var pointer = prefix + message.getInstanceLocation();
    var choice = fragment.indexOf(CHOICE);
    if (choice >= 0) {
      var parent = at(location, fragment.substring(0, choice));
      return SchemaFault.problem("anyOf", parent, null, pointer, null);
    }
    var keyword = message.getType();
    return SchemaFault.problem(
        keyword,
        parent(location, keyword),
        message.getProperty(),
        pointer,
        message.getInstanceNode());
  }

  /** The schema that holds the failing keyword. */
  private JsonNode parent(SchemaLocation location, String keyword) {
    var fragment = location.getFragment().toString();
    var at = fragment.lastIndexOf("/" + keyword);
    return at(location, at < 0 ? fragment : fragment.substring(0, at));
  }

  private JsonNode at(SchemaLocation location, String path) {
    var id = location.getAbsoluteIri().toString();
    return files.resolve(id, id + "#" + path).schema();
  }
}
