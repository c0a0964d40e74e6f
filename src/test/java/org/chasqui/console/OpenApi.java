package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The served description of the API, to hold answers against. */
final class OpenApi {
  private final JsonNode document;
  private final JsonSchemaFactory schemas =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  OpenApi(JsonNode document) {
    this.document = document;
  }

  /** {@code METHOD /path} of everything described. */
  List<String> operations() {
    var all = new ArrayList<String>();
    for (var path : document.path("paths").properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> all.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    return all;
  }

  /** What is wrong with an answer; empty when it is as described. */
  List<String> faults(String method, String path, ApiResponse answer) {
    var operation = operation(method, path);
    if (operation == null) {
      return List.of(method + " " + path + " is not described");
    }
    var responses = operation.path("responses");
    var status = Integer.toString(answer.status());
    var response = resolve(responses.path(responses.has(status) ? status : "default"));
    if (response.isMissingNode()) {
      return List.of("status " + status + " is not described");
    }
    var type = answer.headers().getOrDefault("Content-Type", "").split(";")[0];
    var content = response.path("content");
    var media = content.has(type) ? content.path(type) : content.path("*/*");
    if (media.isMissingNode()) {
      return List.of("media type " + type + " is not described for status " + status);
    }
    return type.endsWith("json") ? faults(media.path("schema"), answer.body()) : List.of();
  }

  private List<String> faults(JsonNode schema, byte[] body) {
    var whole = schema.deepCopy();
    ((ObjectNode) whole).set("components", document.path("components"));
    return schemas.getSchema(whole).validate(Json.read(body).orElseThrow()).stream()
        .map(Object::toString)
        .toList();
  }

  private JsonNode operation(String method, String path) {
    var segments = path.split("/");
    for (var described : document.path("paths").properties()) {
      if (matches(described.getKey().split("/"), segments)
          && described.getValue().has(method.toLowerCase(Locale.ROOT))) {
        return described.getValue().get(method.toLowerCase(Locale.ROOT));
      }
    }
    return null;
  }

  private static boolean matches(String[] described, String[] segments) {
    if (described.length != segments.length) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      if (!described[i].startsWith("{") && !described[i].equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
