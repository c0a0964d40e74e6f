package org.chasqui.codec.regional;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.chasqui.message.MessageKind;
import org.chasqui.message.ProblemItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaRecordsTest {
  private final SchemaFiles files = SchemaFiles.read(null);
  private final List<String> differences = new ArrayList<>();

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void everyPropertyHasItsComponentAndViceVersa(MessageKind kind) {
    var name = kind.schemaName();

    compare(new SchemaFiles.Resolved(files.id(name), files.schema(name)), kind.dataClass(), name);

    assertThat(differences).isEmpty();
  }

  @Test
  void seesAComponentThatTheSchemaLacks() {
    var mass = files.resolve(files.id("common"), "#/$defs/mass");

    compare(mass, ProblemItem.class, "mass");

    assertThat(differences).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(MessageKind.class)
  void theSchemaOfAKindHasTheIdThatItsMessagesName(MessageKind kind) {
    assertThat(files.id(kind.schemaName())).isEqualTo(kind.dataSchema());
  }

  private void compare(SchemaFiles.Resolved at, Type type, String path) {
    if (at.schema().has("$ref")) {
      compare(files.resolve(at.id(), at.schema().get("$ref").textValue()), type, path);
    } else if (type instanceof ParameterizedType generic && generic.getRawType() != Map.class) {
      expect(at, "array", path);
      var items = new SchemaFiles.Resolved(at.id(), at.schema().path("items"));
      compare(items, generic.getActualTypeArguments()[0], path + "[]");
    } else if (type instanceof Class<?> raw && raw.isRecord()) {
      compareObject(at, raw, path);
    } else if (type instanceof Class<?> raw && raw.isEnum()) {
      var values = new TreeSet<String>();
      at.schema().path("enum").forEach(value -> values.add(value.asText()));
      var names = new TreeSet<String>();
      Arrays.stream(raw.getEnumConstants()).forEach(c -> names.add(((Enum<?>) c).name()));
      differ(values.equals(names), path + ": " + values + " and " + names);
    } else if (type == Integer.class) {
      expect(at, "integer", path);
      differ(at.schema().path("maximum").isInt(), path + " has no maximum that fits an int");
    } else if (type == Boolean.class) {
      expect(at, "boolean", path);
    } else if (type == String.class) {
      differ(
          at.schema().has("const") || at.schema().path("type").asText().equals("string"),
          path + " is no string");
    }
  }

  private void compareObject(SchemaFiles.Resolved at, Class<?> record, String path) {
    var properties = new TreeSet<String>();
    at.schema().path("properties").fieldNames().forEachRemaining(properties::add);
    var components = new TreeSet<String>();
    for (var component : record.getRecordComponents()) {
      if (!component.getName().equals("other")) {
        components.add(component.getName());
        var property = at.schema().path("properties").path(component.getName());
        compare(
            new SchemaFiles.Resolved(at.id(), property),
            component.getGenericType(),
            path + "." + component.getName());
      }
    }
    differ(properties.equals(components), path + ": " + properties + " and " + components);
  }

  private void expect(SchemaFiles.Resolved at, String type, String path) {
    differ(at.schema().path("type").asText().equals(type), path + " is no " + type);
  }

  private void differ(boolean same, String difference) {
    if (!same) {
      differences.add(difference);
    }
  }
}
