package org.chasqui.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Pretty JSON, each line with its JSON pointer. */
final class JsonLines {
  private final List<Line> lines = new ArrayList<>();

  private JsonLines() {}

  static List<Line> of(JsonNode root) {
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
    return ProblemDetails.quote(key) + ": ";
  }

  private static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
