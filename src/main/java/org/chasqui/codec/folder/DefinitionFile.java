package org.chasqui.codec.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.chasqui.codec.FieldLosses;
import org.chasqui.message.MessageKind;

/** Reads {@code format.yaml} and tells all its faults with their lines. */
final class DefinitionFile {
  static final String NAME = "format.yaml";

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final JsonSchema SCHEMA = schema();

  private final Path folder;
  private final String file;
  private final List<FormatFault> faults;
  private final Map<String, Integer> lines = new HashMap<>();

  private DefinitionFile(Path folder, List<FormatFault> faults) {
    this.folder = folder;
    this.file = folder.getFileName() + "/" + NAME;
    this.faults = faults;
  }

  /** The definition of a folder; empty when it has faults, which are added. */
  static Optional<FormatDefinition> read(Path folder, List<FormatFault> faults) {
    try {
      return new DefinitionFile(folder, faults).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A fault of the definition of a folder, at the line of what a JSON pointer names in it. */
  static FormatFault fault(Path folder, String pointer, String rule) {
    var faults = new ArrayList<FormatFault>();
    var definition = new DefinitionFile(folder, faults);
    try {
      definition.readLines(Files.readAllBytes(folder.resolve(NAME)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    definition.fault(pointer, rule);
    return faults.getFirst();
  }

  private static JsonSchema schema() {
    try (var in = DefinitionFile.class.getResourceAsStream("format-1.schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(in, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<FormatDefinition> read() throws IOException {
    int before = faults.size();
    var tree = tree(Files.readAllBytes(folder.resolve(NAME)));
    tree.ifPresent(this::checkSchema);
    if (faults.size() > before) {
      return Optional.empty();
    }
    var definition = YAML.treeToValue(tree.orElseThrow(), FormatDefinition.class);
    check(definition);
    return faults.size() > before ? Optional.empty() : Optional.of(definition);
  }

  /** Empty when it is no YAML, which is a fault. */
  private Optional<JsonNode> tree(byte[] content) throws IOException {
    try {
      readLines(content);
      return Optional.of(YAML.readTree(content));
    } catch (JsonProcessingException e) {
      var told = e.getOriginalMessage().lines().findFirst().orElse("it cannot be read");
      var at = e.getLocation();
      faults.add(
          new FormatFault(
              file,
              at == null ? 0 : at.getLineNr(),
              at == null ? 0 : at.getColumnNr(),
              "must be YAML: " + told));
      return Optional.empty();
    }
  }

  private void checkSchema(JsonNode tree) {
    for (var message : SCHEMA.validate(tree)) {
      var place = message.getInstanceLocation().toString();
      // the message begins with the place
      var rule = message.getMessage().replaceFirst("^[^:]*: ", "");
      fault(place, (place.isEmpty() ? "the file" : place.substring(1)) + " " + rule);
    }
  }

  private void readLines(byte[] content) throws IOException {
    try (var parser = YAML.getFactory().createParser(content)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
          var pointer = parser.getParsingContext().pathAsPointer().toString();
          lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
        }
      }
    }
  }

  private void fault(String pointer, String rule) {
    var at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    faults.add(new FormatFault(file, lines.getOrDefault(at, 0), 0, rule));
  }

  private void check(FormatDefinition definition) {
    if (definition.writes() != null) {
      checkWrites(definition.writes());
    }
    if (definition.reads() != null) {
      file("/reads/template", definition.reads().template());
      file("/reads/schema", definition.reads().schema());
      pattern(definition.reads().recognises());
    }
    if (definition.hub() != null) {
      file("/hub/template", definition.hub().template());
    }
    checkCases(definition);
  }

  private void checkWrites(FormatDefinition.Writes writes) {
    file("/writes/template", writes.template());
    file("/writes/schema", writes.schema());
    if (!Set.copyOf(writes.kinds()).equals(writes.carries().keySet())) {
      fault("/writes/carries", "writes.carries must name the kinds of writes.kinds, each once");
    }
    writes.kinds().forEach(kind -> paths("/writes/together", kind, writes.together()));
    writes.carries().forEach((kind, paths) -> paths("/writes/carries/" + kind, kind, paths));
    writes
        .implies()
        .forEach(
            (kind, reasons) ->
                reasons.keySet().forEach(path -> path("/writes/implies/" + kind, kind, path)));
  }

  private void paths(String list, String kind, List<String> paths) {
    var known = new HashSet<String>();
    for (int i = 0; i < paths.size(); i++) {
      if (!known.add(paths.get(i))) {
        fault(list + "/" + i, "is named twice: " + paths.get(i));
      }
      path(list + "/" + i, kind, paths.get(i));
    }
  }

  private void path(String pointer, String kind, String path) {
    var known = kind(kind);
    if (known.isEmpty()) {
      return;
    }
    try {
      FieldLosses.of(known.get().dataClass(), Set.of(path));
    } catch (IllegalArgumentException noSuchField) {
      fault(pointer, "is no field of " + kind + " that holds a value: " + path);
    }
  }

  static Optional<MessageKind> kind(String schemaName) {
    return List.of(MessageKind.values()).stream()
        .filter(kind -> kind.schemaName().equals(schemaName))
        .findFirst();
  }

  private void file(String pointer, String name) {
    if (name != null && !Files.isRegularFile(folder.resolve(name))) {
      fault(pointer, "must be a file of the folder: " + name);
    }
  }

  private void pattern(String pattern) {
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      fault("/reads/recognises", "must be a regular expression: " + e.getDescription());
    }
  }

  private void checkCases(FormatDefinition definition) {
    var cases = definition.cases();
    time(cases);
    for (var key : cases.settings().keySet()) {
      if (!definition.settings().containsKey(key)) {
        fault("/cases/settings/" + key, "is not declared in settings: " + key);
      }
    }
    for (var map : cases.codes().keySet()) {
      if (!definition.codeMaps().contains(map)) {
        fault("/cases/codes/" + map, "is not declared in codeMaps: " + map);
      }
    }
    definition
        .settings()
        .forEach(
            (key, setting) -> {
              if (setting.required() && !cases.settings().containsKey(key)) {
                fault("/cases/settings", "must give the required setting " + key);
              }
            });
  }

  private void time(FormatDefinition.Cases cases) {
    try {
      ZoneId.of(cases.zone());
    } catch (DateTimeException e) {
      fault("/cases/zone", "must be a time zone: " + cases.zone());
    }
    try {
      Instant.parse(cases.at());
    } catch (DateTimeException e) {
      fault("/cases/at", "must be a time in UTC such as 2026-11-28T12:00:00Z: " + cases.at());
    }
  }
}
