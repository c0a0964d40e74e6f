package org.chasqui.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Checks documents against a JSON Schema and says which item each fault belongs to. */
final class JsonCheck {
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .pathType(PathType.JSON_POINTER)
          .typeLoose(false)
          .build();

  private final JsonSchema schema;

  private JsonCheck(JsonSchema schema) {
    this.schema = schema;
  }

  /** Reads the schema. */
  static JsonCheck of(Path file) {
    try {
      var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
      return new JsonCheck(factory.getSchema(Files.readString(file), CONFIG));
    } catch (IOException e) {
      throw new UncheckedIOException("schema not readable: " + file, e);
    }
  }

  /**
   * All faults; what was sent is not quoted, it may be a name or an address.
   *
   * @param itemOf the item at a JSON pointer, or null
   */
  List<HubFormat.Fault> faults(JsonNode document, UnaryOperator<String> itemOf) {
    var faults = new ArrayList<HubFormat.Fault>();
    for (var message : schema.validate(document)) {
      var place = message.getInstanceLocation().toString();
      var missing = message.getProperty() == null ? "" : "/" + message.getProperty();
      faults.add(
          new HubFormat.Fault(
              itemOf.apply(place), place + missing, message.getType(), "not valid"));
    }
    return faults;
  }
}
