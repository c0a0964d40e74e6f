package org.chasqui.codec.folder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XdmNodeKind;

/**
 * The data of a regional message that a template wrote as elements, as JSON: {@link JsonElements}
 * backwards. Whether an element is a list, a number or true or false follows from the regional
 * records; an empty element is a property that is not there. What does not fit stays text, which
 * the regional schema then tells.
 */
final class RegionalTree {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
  private static final Map<Class<?>, Map<String, Field>> FIELDS = new ConcurrentHashMap<>();

  private RegionalTree() {}

  /** A property of a record: its type, or that of its elements when it is a list. */
  private record Field(Class<?> type, boolean list) {
    static final Field UNKNOWN = new Field(Map.class, false);

    static Field of(RecordComponent component) {
      return component.getType() == List.class
              && component.getGenericType() instanceof ParameterizedType named
              && named.getActualTypeArguments()[0] instanceof Class<?> element
          ? new Field(element, true)
          : new Field(component.getType(), false);
    }
  }

  /** The child elements as properties of a record of this type. */
  static ObjectNode object(XdmNode element, Class<?> type) {
    var object = JSON.objectNode();
    for (var child : elements(element)) {
      var name = name(child);
      var field = fields(type).getOrDefault(name, Field.UNKNOWN);
      var value = value(child, field.type());
      if (value == null) {
        continue;
      }
      if (field.list()) {
        (object.get(name) instanceof ArrayNode known ? known : object.putArray(name)).add(value);
      } else {
        object.set(name, value);
      }
    }
    return object;
  }

  private static String name(XdmNode element) {
    var name = element.getNodeName().getLocalName();
    var odd = name.equals("property") ? element.attribute("name") : null;
    return odd == null ? name : odd;
  }

  /** Null for an element that holds nothing. */
  private static JsonNode value(XdmNode element, Class<?> type) {
    if (elements(element).iterator().hasNext()) {
      var object = object(element, type);
      return object.isEmpty() ? null : object;
    }
    var text = element.getStringValue().strip();
    return text.isEmpty() ? null : scalar(text, type);
  }

  static Iterable<XdmNode> elements(XdmNode parent) {
    return parent.children(node -> node.getNodeKind() == XdmNodeKind.ELEMENT);
  }

  private static JsonNode scalar(String text, Class<?> type) {
    if (type == Integer.class && WHOLE.matcher(text).matches()) {
      return JSON.numberNode(Integer.parseInt(text));
    }
    boolean flag = text.equals("true") || text.equals("false");
    return type == Boolean.class && flag
        ? JSON.booleanNode(text.equals("true"))
        : JSON.textNode(text);
  }

  private static Map<String, Field> fields(Class<?> type) {
    return FIELDS.computeIfAbsent(
        type,
        any -> {
          var fields = new HashMap<String, Field>();
          if (any.isRecord()) {
            for (var component : any.getRecordComponents()) {
              fields.put(component.getName(), Field.of(component));
            }
          }
          return fields;
        });
  }
}
