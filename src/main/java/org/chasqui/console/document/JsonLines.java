package org.chasqui.console.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pretty JSON, each line with its JSON pointer. */
public final class JsonLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Line> lines = new ArrayList<>();

  private JsonLines() {}

  /** Of a document; empty when it is not JSON. */
  public static Optional<List<Line>> of(byte[] document) {
    try {
      var root = MAPPER.readTree(document);
      return Optional.of(root).filter(node -> !node.isMissingNode()).map(JsonLines::of);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static List<Line> of(JsonNode root) {
    var json = new JsonLines();
    json.write("", root, "", 0, "");
    return json.lines;
  }

  private void write(String name, JsonNode node, String pointer, int depth, String end) {
    if (node.isObject() && !node.isEmpty()) {
      lines.add(new Line(depth, name + "{", pointer));
      int left = node.size();
      for (var field : node.properties()) {
        var key = field.getKey();
        write(quoted(key), field.getValue(), child(pointer, key), depth + 1, --left > 0 ? "," : "");
      }
      lines.add(new Line(depth, "}" + end, ""));
    } else if (node.isArray() && !node.isEmpty()) {
      lines.add(new Line(depth, name + "[", pointer));
      for (int i = 0; i < node.size(); i++) {
        write("", node.get(i), pointer + "/" + i, depth + 1, i + 1 < node.size() ? "," : "");
      }
      lines.add(new Line(depth, "]" + end, ""));
    } else {
      lines.add(new Line(depth, name + node + end, pointer));
    }
  }

  private static String quoted(String key) {
    return TextNode.valueOf(key) + ": ";
  }

  private static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
