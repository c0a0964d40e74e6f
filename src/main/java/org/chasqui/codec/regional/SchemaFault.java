package org.chasqui.codec.regional;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Words for a fault against the schema. What was found is shown for codes, numbers, times and ids;
 * of free text and of all that may be personal only the length is.
 */
final class SchemaFault {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.:+_/ -]{0,40}");
  private static final Set<String> WITHOUT_FOUND =
      Set.of("minItems", "maxItems", "minProperties", "propertyNames", "anyOf");
  private static final Set<String> SHOWN =
      Set.of(
          "version",
          "function",
          "flow",
          "status",
          "type",
          "state",
          "stage",
          "level",
          "severity",
          "itemCategory",
          "transactionType",
          "nonDeliveryInstruction",
          "personType",
          "agencyType",
          "eventType",
          "timeType",
          "amount",
          "rate",
          "rateUnit",
          "incoterm",
          "hsEdition",
          "sequence",
          "quantity",
          "itemId",
          "previousItemId",
          "dispatchId",
          "receptacleId",
          "declarationId",
          "decisionId",
          "eventId",
          "preadviceId",
          "referralId",
          "dangerousGoodsUnNumber",
          "gtin",
          "issuedOn",
          "orderDate",
          "retainUntil",
          "id",
          "source",
          "recipient",
          "time",
          "specversion",
          "datacontenttype",
          "dataschema",
          "correlationid",
          "causationid");

  private SchemaFault() {}

  /**
   * A problem at a pointer.
   *
   * @param keyword of JSON Schema that the value fails
   * @param schema that holds the keyword
   * @param property the missing one, for {@code required}
   * @param value what stands at the pointer: a JSON node, or a value of a record
   */
  static Problem problem(
      String keyword, JsonNode schema, String property, String pointer, Object value) {
    var missing = keyword.equals("required");
    var at = missing ? pointer + "/" + Pointers.escaped(property) : pointer;
    var found = missing ? null : found(keyword, at, value);
    return Problem.of(
        ProblemCode.SCHEMA, new Location.AtPointer(at), found, expected(keyword, schema));
  }

  private static String expected(String keyword, JsonNode schema) {
    var limit = schema.path(keyword).asText();
    return switch (keyword) {
      case "required" -> "a value";
      case "type" -> "the JSON type " + limit;
      case "const" -> limit;
      case "enum" -> "one of " + joined(schema.get("enum"));
      case "minLength" -> "at least " + limit + " characters";
      case "maxLength" -> "at most " + limit + " characters";
      case "minimum" -> "at least " + limit;
      case "maximum" -> "at most " + limit;
      case "minItems" -> "at least " + limit + " entries";
      case "maxItems" -> "at most " + limit + " entries";
      case "minProperties" -> "at least " + limit + " property";
      case "propertyNames" -> "names as " + schema.path(keyword).path("pattern").asText();
      case "anyOf" -> "one of " + alternatives(schema.get("anyOf"));
      case "pattern", "format" -> described(keyword, schema, limit);
      default -> keyword + " of the schema";
    };
  }

  private static String described(String keyword, JsonNode schema, String limit) {
    if (limit.equals("\\S")) {
      return "text that is not blank";
    }
    var words = schema.path("description").asText();
    return words.isEmpty() ? keyword + " " + limit : words;
  }

  private static String joined(JsonNode values) {
    var words = new ArrayList<String>();
    values.forEach(value -> words.add(value.asText()));
    return String.join(", ", words);
  }

  private static String alternatives(JsonNode schemas) {
    var words = new ArrayList<String>();
    schemas.forEach(schema -> words.add(joined(schema.path("required"))));
    return String.join(", ", words);
  }

  private static String found(String keyword, String pointer, Object value) {
    if (WITHOUT_FOUND.contains(keyword)) {
      return null;
    }
    if (value instanceof JsonNode node && !node.isTextual()) {
      return node.isNumber() && node.asText().length() <= 20
          ? node.asText()
          : "the JSON type " + jsonType(node);
    }
    if (value instanceof Number) {
      return value.toString();
    }
    var text = value instanceof JsonNode node ? node.textValue() : String.valueOf(value);
    return isShown(pointer) && PLAIN.matcher(text).matches()
        ? text
        : text.codePointCount(0, text.length()) + " characters";
  }

  private static String jsonType(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NULL, MISSING -> "null";
      case NUMBER -> "number";
      case OBJECT, POJO -> "object";
      case BINARY, STRING -> "string";
    };
  }

  /** True for properties that never hold personal data. */
  private static boolean isShown(String pointer) {
    var name = name(pointer);
    return SHOWN.contains(name)
        || name.endsWith("Code")
        || name.endsWith("Codes")
        || name.endsWith("At")
        || name.endsWith("DateTime")
        || name.endsWith("Ids")
        || pointer.endsWith("Mass/value")
        || pointer.endsWith("mass/value");
  }

  /** The last name in a pointer; an index belongs to the name of its array. */
  private static String name(String pointer) {
    var end = pointer.length();
    while (true) {
      var start = pointer.lastIndexOf('/', end - 1);
      if (start < 0) {
        return "";
      }
      var segment = pointer.substring(start + 1, end);
      if (segment.isEmpty() || !Character.isDigit(segment.charAt(0))) {
        return segment;
      }
      end = start;
    }
  }
}
