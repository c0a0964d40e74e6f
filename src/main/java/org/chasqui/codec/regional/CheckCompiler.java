package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.chasqui.codec.Accessors;

/** Compiles a schema to checks over the records that hold its messages. */
final class CheckCompiler {
  private static final Set<String> KEYWORDS =
      Set.of(
          "$schema",
          "$id",
          "$ref",
          "title",
          "description",
          "type",
          "properties",
          "required",
          "enum",
          "const",
          "pattern",
          "format",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "items",
          "minProperties",
          "allOf",
          "anyOf",
          "if",
          "then");

  private final SchemaFiles files;

  CheckCompiler(SchemaFiles files) {
    this.files = files;
  }

  /** A construct that has no compiled form. */
  private static final class NotCompiled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCompiled(String construct) {
      super(construct, null, false, false);
    }
  }

  /** The check of an object schema; empty when something in it has no compiled form. */
  Optional<RecordCheck> record(SchemaFiles.Resolved at, Class<?> record) {
    try {
      return Optional.of(object(at, record));
    } catch (NotCompiled e) {
      return Optional.empty();
    }
  }

  private RecordCheck object(SchemaFiles.Resolved at, Class<?> record) {
    var schema = at.schema();
    requireKnown(schema);
    var components = components(at, record);
    var conditionals = new ArrayList<RecordCheck.Conditional>();
    for (var part : schema.path("allOf")) {
      requireKnown(part);
      conditionals.add(conditional(at.id(), part, record, components));
    }
    var choice = schema.has("anyOf") ? choice(schema.get("anyOf"), components) : null;
    return new RecordCheck(
        schema,
        List.copyOf(components.values()),
        named(schema.path("required"), components),
        conditionals,
        choice);
  }

  private Map<String, RecordCheck.Component> components(SchemaFiles.Resolved at, Class<?> record) {
    var components = new LinkedHashMap<String, RecordCheck.Component>();
    var properties = at.schema().path("properties");
    for (var component : record.getRecordComponents()) {
      var name = component.getName();
      var property = properties.get(name);
      ValueCheck check = null;
      if (name.equals("other")) {
        check = ValueCheck.BY_JSON;
      } else if (property != null) {
        var resolved = new SchemaFiles.Resolved(at.id(), property);
        check = value(resolved, component.getGenericType());
      }
      components.put(
          name,
          new RecordCheck.Component(
              name, Accessors.of(component), check == ValueCheck.NONE ? null : check));
    }
    properties.fieldNames().forEachRemaining(name -> require(components.containsKey(name), name));
    return components;
  }

  private RecordCheck.Conditional conditional(
      String id, JsonNode part, Class<?> record, Map<String, RecordCheck.Component> components) {
    var condition = part.path("if").path("properties");
    require(part.has("then") && condition.size() == 1, "if");
    var name = condition.fieldNames().next();
    require(part.path("if").path("required").path(0).asText().equals(name), "if");
    var values = new HashSet<String>();
    condition.get(name).path("enum").forEach(value -> values.add(value.asText()));
    if (condition.get(name).has("const")) {
      values.add(condition.get(name).get("const").asText());
    }
    require(!values.isEmpty(), "if");
    return new RecordCheck.Conditional(
        components.get(name),
        Set.copyOf(values),
        object(new SchemaFiles.Resolved(id, part.get("then")), record));
  }

  private static RecordCheck.Choice choice(
      JsonNode alternatives, Map<String, RecordCheck.Component> components) {
    var choices = new ArrayList<List<RecordCheck.Component>>();
    for (var alternative : alternatives) {
      require(alternative.size() == 1 && alternative.has("required"), "anyOf");
      choices.add(named(alternative.get("required"), components));
    }
    return new RecordCheck.Choice(choices);
  }

  private static List<RecordCheck.Component> named(
      JsonNode names, Map<String, RecordCheck.Component> components) {
    var named = new ArrayList<RecordCheck.Component>();
    for (var name : names) {
      require(components.containsKey(name.asText()), "required " + name.asText());
      named.add(components.get(name.asText()));
    }
    return named;
  }

  private ValueCheck value(SchemaFiles.Resolved at, Type type) {
    var schema = at.schema();
    if (schema.has("$ref")) {
      require(schema.size() == 1 || (schema.size() == 2 && schema.has("description")), "$ref");
      return value(files.resolve(at.id(), schema.get("$ref").textValue()), type);
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? ValueCheck.BY_JSON
          : list(at, generic.getActualTypeArguments()[0]);
    }
    var raw = (Class<?>) type;
    if (raw.isRecord()) {
      return object(at, raw);
    }
    requireKnown(schema);
    if (raw.isEnum()) {
      return names(schema, raw);
    }
    if (raw == Integer.class) {
      return range(schema);
    }
    return raw == String.class ? text(schema) : ValueCheck.NONE;
  }

  private ValueCheck list(SchemaFiles.Resolved at, Type entryType) {
    var schema = at.schema();
    requireKnown(schema);
    var items = new SchemaFiles.Resolved(at.id(), schema.path("items"));
    return new ValueCheck.Entries(
        schema.path("minItems").asInt(0),
        schema.path("maxItems").asInt(Integer.MAX_VALUE),
        value(items, entryType),
        schema);
  }

  private static ValueCheck range(JsonNode schema) {
    return new ValueCheck.Range(
        schema.path("minimum").asLong(Long.MIN_VALUE),
        schema.path("maximum").asLong(Long.MAX_VALUE),
        schema);
  }

  private static ValueCheck names(JsonNode schema, Class<?> enumType) {
    var allowed = new HashSet<String>();
    schema.path("enum").forEach(value -> allowed.add(value.asText()));
    var all =
        Arrays.stream(enumType.getEnumConstants())
            .allMatch(constant -> allowed.contains(((Enum<?>) constant).name()));
    return allowed.isEmpty() || all ? ValueCheck.NONE : new ValueCheck.Names(allowed, schema);
  }

  private static ValueCheck text(JsonNode schema) {
    var checks = new ArrayList<ValueCheck>();
    if (schema.has("minLength") || schema.has("maxLength")) {
      checks.add(
          new ValueCheck.Length(
              schema.path("minLength").asInt(0),
              schema.path("maxLength").asInt(Integer.MAX_VALUE),
              schema));
    }
    add(checks, schema, "pattern", TextPatterns::of);
    add(checks, schema, "format", TextFormats::of);
    add(checks, schema, "const", constant -> constant::equals);
    if (schema.has("enum")) {
      var allowed = new HashSet<String>();
      schema.get("enum").forEach(value -> allowed.add(value.asText()));
      checks.add(new ValueCheck.Text("enum", allowed::contains, schema));
    }
    return switch (checks.size()) {
      case 0 -> ValueCheck.NONE;
      case 1 -> checks.getFirst();
      default -> new ValueCheck.All(List.copyOf(checks));
    };
  }

  private static void add(
      List<ValueCheck> checks,
      JsonNode schema,
      String keyword,
      Function<String, Predicate<String>> accepts) {
    if (schema.has(keyword)) {
      checks.add(
          new ValueCheck.Text(keyword, accepts.apply(schema.get(keyword).textValue()), schema));
    }
  }

  private static void requireKnown(JsonNode schema) {
    schema.fieldNames().forEachRemaining(name -> require(KEYWORDS.contains(name), name));
  }

  private static void require(boolean holds, String construct) {
    if (!holds) {
      throw new NotCompiled(construct);
    }
  }
}
