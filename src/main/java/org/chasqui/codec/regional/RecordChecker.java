package org.chasqui.codec.regional;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chasqui.message.MessageKind;
import org.chasqui.message.Problem;
import org.chasqui.message.RegionalData;

/**
 * Checks records against the schemas of the regional standard without making JSON of them: the same
 * faults as {@link SchemaValidator} finds in their JSON, many times faster. For messages that a
 * decoder of another format made. Thread-safe.
 */
public final class RecordChecker {
  private final SchemaValidator validator;
  private final Map<MessageKind, RecordCheck> checks = new EnumMap<>(MessageKind.class);

  private RecordChecker(SchemaFiles files, SchemaValidator validator) {
    this.validator = validator;
    for (var kind : MessageKind.values()) {
      compiled(files, kind).ifPresent(check -> checks.put(kind, check));
    }
  }

  /** Checks against the schemas that come with the program. */
  public static RecordChecker bundled() {
    return new RecordChecker(SchemaFiles.read(null), SchemaValidator.bundled());
  }

  /** Checks against the schemas of a folder; what it does not have comes from the program. */
  public static RecordChecker of(Path folder) {
    return new RecordChecker(SchemaFiles.read(folder), SchemaValidator.of(folder));
  }

  /** Empty for a schema with keywords that have no compiled form: its messages go by JSON. */
  private static Optional<RecordCheck> compiled(SchemaFiles files, MessageKind kind) {
    var name = kind.schemaName();
    var schema = new SchemaFiles.Resolved(files.id(name), files.schema(name));
    return new CheckCompiler(files).record(schema, kind.dataClass());
  }

  /** All faults, located below the data: {@code /contents/0/hsCode}. */
  public List<Problem> check(RegionalData data) {
    var compiled = checks.get(data.kind());
    if (compiled != null) {
      var walk = new Walk();
      compiled.check(data, walk);
      if (!walk.needsJson()) {
        return walk.problems();
      }
    }
    return validator.check(data.kind(), RegionalJson.mapper().valueToTree(data));
  }

  /** True when a kind is checked without JSON. */
  boolean compiles(MessageKind kind) {
    return checks.containsKey(kind);
  }
}
