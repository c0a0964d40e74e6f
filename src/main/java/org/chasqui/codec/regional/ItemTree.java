package org.chasqui.codec.regional;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.message.Location;
import org.chasqui.message.Problem;
import org.chasqui.message.ProblemCode;

/**
 * Reads one message of a document as a tree of bounded size. Properties given twice and what passes
 * the bounds are problems of this message alone; the parser always ends behind it.
 */
final class ItemTree {
  /** Weight of the largest message: characters of its texts and 32 for each value. */
  static final int MAX_WEIGHT = 16 << 20;

  /** Deepest nesting that a regional message may have. */
  static final int MAX_DEPTH = 32;

  private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

  private final JsonParser parser;
  private final int rootDepth;
  private final List<Problem> problems = new ArrayList<>();
  private int weight;
  private boolean tooLarge;

  private ItemTree(JsonParser parser) {
    this.parser = parser;
    this.rootDepth = parser.getParsingContext().getNestingDepth();
  }

  /** The tree, usable when no problem is an error. */
  record Read(JsonNode tree, List<Problem> problems) {}

  /** Reads the value whose first token is the parser's current one. */
  static Read read(JsonParser parser) throws IOException {
    var reading = new ItemTree(parser);
    var tree = reading.value(1);
    return new Read(tree, reading.problems);
  }

  private JsonNode value(int depth) throws IOException {
    weight += 32;
    if (tooLarge || weight > MAX_WEIGHT || depth > MAX_DEPTH) {
      return skipped(depth);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> text();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private JsonNode text() throws IOException {
    weight += parser.getTextLength();
    return NODES.textNode(parser.getText());
  }

  private JsonNode integer() throws IOException {
    return switch (parser.getNumberType()) {
      case INT -> NODES.numberNode(parser.getIntValue());
      case LONG -> NODES.numberNode(parser.getLongValue());
      default -> NODES.numberNode(parser.getBigIntegerValue());
    };
  }

  private ObjectNode object(int depth) throws IOException {
    var object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      var name = parser.currentName();
      parser.nextToken();
      var pointer = object.has(name) ? parser.getParsingContext().pathAsPointer() : null;
      var value = value(depth + 1);
      if (pointer != null) {
        problems.add(
            Problem.of(ProblemCode.SCHEMA, location(pointer.toString()), null, "given once"));
      }
      object.set(name, value);
    }
    return object;
  }

  private ArrayNode array(int depth) throws IOException {
    var array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var value = value(depth + 1);
      if (!tooLarge) {
        array.add(value);
      }
    }
    return array;
  }

  /** Passes over a value and says once why. */
  private JsonNode skipped(int depth) throws IOException {
    if (!tooLarge) {
      var expected = depth > MAX_DEPTH ? MAX_DEPTH + " levels at most" : "a smaller message";
      var pointer = parser.getParsingContext().pathAsPointer().toString();
      problems.add(Problem.of(ProblemCode.TOO_LARGE, location(pointer), null, expected));
      tooLarge = true;
    }
    parser.skipChildren();
    return NullNode.getInstance();
  }

  private Location location(String documentPointer) {
    return Pointers.ofMessage(Pointers.below(documentPointer, rootLevels()));
  }

  /** Array levels around the message: 1 in a batch. */
  private int rootLevels() {
    return rootDepth - 1;
  }
}
