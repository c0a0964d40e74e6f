package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The properties that a schema names, level by level, to warn of others: the schemas are open, so
 * an unknown property is no fault but may be a typing error.
 */
final class KnownProperties {
  private final Map<String, KnownProperties> properties = new HashMap<>();
  private KnownProperties items;

  private KnownProperties() {}

  static KnownProperties of(SchemaFiles files, String name) {
    return compile(files, new SchemaFiles.Resolved(files.id(name), files.schema(name)));
  }

  private static KnownProperties compile(SchemaFiles files, SchemaFiles.Resolved at) {
    var schema = at.schema();
    if (schema.has("$ref")) {
      return compile(files, files.resolve(at.id(), schema.get("$ref").textValue()));
    }
    var known = new KnownProperties();
    for (var property : schema.path("properties").properties()) {
      var child = new SchemaFiles.Resolved(at.id(), property.getValue());
      known.properties.put(property.getKey(), compile(files, child));
    }
    if (schema.has("items")) {
      known.items = compile(files, new SchemaFiles.Resolved(at.id(), schema.get("items")));
    }
    return known;
  }

  /** Pointers of the properties that the schema does not name. */
  List<String> unknown(JsonNode tree) {
    var found = new ArrayList<String>();
    collect(tree, "", found);
    return found;
  }

  private void collect(JsonNode tree, String pointer, List<String> found) {
    if (tree.isObject() && !properties.isEmpty()) {
      for (var property : tree.properties()) {
        var known = properties.get(property.getKey());
        if (known == null) {
          found.add(pointer + "/" + Pointers.escaped(property.getKey()));
        } else if (property.getValue().isContainerNode()) {
          known.collect(
              property.getValue(), pointer + "/" + Pointers.escaped(property.getKey()), found);
        }
      }
    } else if (tree.isArray() && items != null) {
      for (var i = 0; i < tree.size(); i++) {
        items.collect(tree.get(i), pointer + "/" + i, found);
      }
    }
  }
}
