package org.chasqui.codec.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.chasqui.codec.EncodeContext;
import org.chasqui.message.MessageKind;
import org.chasqui.message.RegionalMessage;

/**
 * Holds the declared fields against the documents: each value of each golden case is changed and
 * taken away, and the document must change with those that are carried, and with no other.
 */
final class CarriedCheck {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final FolderFormat format;
  private final Regional regional;
  private final EncodeContext context;
  private final TreeMap<MessageKind, Set<String>> seen = new TreeMap<>();
  private final TreeMap<MessageKind, Set<String>> changing = new TreeMap<>();

  CarriedCheck(FolderFormat format, Regional regional, EncodeContext context) {
    this.format = format;
    this.regional = regional;
    this.context = context;
  }

  /** What the declaration says that the documents do not show, and the other way round. */
  List<FormatFault> faults(List<RegionalMessage> messages) {
    messages.forEach(this::observe);
    var faults = new ArrayList<FormatFault>();
    for (var kind : format.kindsWritten()) {
      compare(kind, faults);
    }
    return faults;
  }

  private void observe(RegionalMessage message) {
    try {
      var event = JSON.readTree(regional.writer().apply(message));
      var whole = result(message, event);
      for (var pointer : leaves(event.path("data"), "")) {
        var path = path(pointer);
        seen.computeIfAbsent(message.kind(), any -> new TreeSet<>()).add(path);
        if (!whole.equals(result(message, without(event, pointer)))
            || !whole.equals(result(message, changed(event, pointer)))) {
          changing.computeIfAbsent(message.kind(), any -> new TreeSet<>()).add(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes of a message: document and notes, or the place of the failure. */
  private String result(RegionalMessage message, JsonNode event) throws JsonProcessingException {
    var bytes = JSON.writeValueAsBytes(event);
    var parts = format.parts();
    var tree = MessageTree.of(parts.engine(), List.of(message), context, any -> bytes);
    var result = parts.write().write(tree.root(), context.at(), format.parameters(context.view()));
    return switch (result) {
      case Stylesheet.Result.Failed failed -> failed.place().text();
      case Stylesheet.Result.Done done ->
          new String(done.bytes(), java.nio.charset.StandardCharsets.UTF_8) + done.notes();
    };
  }

  private static List<String> leaves(JsonNode node, String pointer) {
    var leaves = new ArrayList<String>();
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(
              field -> leaves.addAll(leaves(field.getValue(), pointer + "/" + field.getKey())));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        leaves.addAll(leaves(array.get(i), pointer + "/" + i));
      }
    } else {
      leaves.add(pointer);
    }
    return leaves;
  }

  /**
   * The path of a pointer: {@code /contents/0/hsCode} is {@code /contents/}{@code *}{@code
   * /hsCode}.
   */
  private static String path(String pointer) {
    var path = pointer.replaceAll("/\\d+(?=/)", "/*").replaceAll("/\\d+$", "");
    return path.startsWith("/extensions/") ? "/extensions" : path;
  }

  private static JsonNode without(JsonNode event, String pointer) {
    var copy = event.deepCopy();
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1);
    switch (copy.at("/data" + pointer.substring(0, last))) {
      case ArrayNode array -> array.remove(Integer.parseInt(name));
      case ObjectNode object -> object.remove(name);
      default -> throw new IllegalStateException("a leaf has a parent: " + pointer);
    }
    return copy;
  }

  private static JsonNode changed(JsonNode event, String pointer) {
    var copy = event.deepCopy();
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1);
    var value = copy.at("/data" + pointer);
    var other =
        value.isNumber()
            ? JSON.getNodeFactory().numberNode(value.asInt() + 1)
            : JSON.getNodeFactory().textNode("9" + value.asText());
    switch (copy.at("/data" + pointer.substring(0, last))) {
      case ArrayNode array -> array.set(Integer.parseInt(name), other);
      case ObjectNode object -> object.set(name, other);
      default -> throw new IllegalStateException("a leaf has a parent: " + pointer);
    }
    return copy;
  }

  private void compare(MessageKind kind, List<FormatFault> faults) {
    var name = kind.schemaName();
    var declared = format.definition().writes().carries().get(name);
    var found = changing.getOrDefault(kind, Set.of());
    for (int i = 0; i < declared.size(); i++) {
      var path = declared.get(i);
      if (!found.contains(path)) {
        var rule =
            seen.getOrDefault(kind, Set.of()).contains(path)
                ? "is carried by no document of the golden cases: they stay the same without "
                : "is in no golden case, so nothing shows that it is carried: ";
        var pointer = "/writes/carries/" + name + "/" + i;
        faults.add(DefinitionFile.fault(format.folder(), pointer, rule + path));
      }
    }
    for (var path : found) {
      if (!declared.contains(path) && !format.implied(name).contains(path)) {
        var rule = "must name " + path + ": documents of the golden cases change with it";
        faults.add(DefinitionFile.fault(format.folder(), "/writes/carries/" + name, rule));
      }
    }
  }
}
