package org.chasqui.codec.national;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chasqui.codec.Encoder;
import org.chasqui.codec.regional.RegionalJson;
import org.chasqui.message.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever part of a message is missing or odd, an encoder says so and does not break. */
class MissingPartsTest {
  private static final Path FULL = Path.of("src/test/resources/golden/national/full-message.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Encoder> encoders() {
    return NationalViews.DECLARING;
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void aMissingPartIsToldOrNotNeeded(Encoder codec) throws Exception {
    var full = message(codec);
    for (var pointer : parts(full.at("/data"), "")) {
      var copy = full.deepCopy();
      remove(copy, "/data" + pointer);
      encode(codec, copy, "without " + pointer);
    }
  }

  @ParameterizedTest
  @MethodSource("encoders")
  void anOddTextIsCarriedOrTold(Encoder codec) throws Exception {
    var full = message(codec);
    for (var pointer : parts(full.at("/data"), "")) {
      for (var odd : List.of("", "?", "0", "-1")) {
        var copy = full.deepCopy();
        if (full.at("/data" + pointer).isTextual() && !isClosed(pointer)) {
          replace(copy, "/data" + pointer, odd);
          encode(codec, copy, pointer + " is '" + odd + "'");
        }
      }
    }
  }

  /** Codes of closed lists, which are read as such before any encoder sees them. */
  private static boolean isClosed(String pointer) {
    return pointer.matches(
        "/(function|flow|itemCategory|transactionType|nonDeliveryInstruction)|.*/personType");
  }

  private static void encode(Encoder codec, JsonNode message, String what) throws Exception {
    var bytes = JSON.writeValueAsBytes(message);
    assertThatCode(
            () -> {
              var read = new RegionalJson().read(bytes);
              var encoded = codec.encode(List.of(read), NationalViews.encoding(codec));
              var carriage = encoded.carriages().getFirst();
              assertThat(
                      carriage.carried() || carriage.problems().stream().anyMatch(Problem::isError))
                  .isTrue();
            })
        .as("%s %s", codec.name(), what)
        .doesNotThrowAnyException();
  }

  private static JsonNode message(Encoder codec) throws Exception {
    var full = JSON.readTree(Files.readAllBytes(FULL));
    var home = NationalViews.view(codec).countryCode();
    ((ObjectNode) full.at("/data")).put("destinationCountryCode", home);
    return full;
  }

  /** Pointers of all objects, lists and values. */
  private static List<String> parts(JsonNode node, String pointer) {
    var parts = new ArrayList<String>();
    node.properties()
        .forEach(
            field -> {
              parts.add(pointer + "/" + field.getKey());
              parts.addAll(parts(field.getValue(), pointer + "/" + field.getKey()));
            });
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        parts.add(pointer + "/" + i);
        parts.addAll(parts(array.get(i), pointer + "/" + i));
      }
    }
    return parts;
  }

  private static void remove(JsonNode message, String pointer) {
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1);
    if (message.at(pointer.substring(0, last)) instanceof ArrayNode array) {
      array.remove(Integer.parseInt(name));
    } else {
      ((ObjectNode) message.at(pointer.substring(0, last))).remove(name);
    }
  }

  private static void replace(JsonNode message, String pointer, String text) {
    int last = pointer.lastIndexOf('/');
    var name = pointer.substring(last + 1);
    if (message.at(pointer.substring(0, last)) instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), TextNode.valueOf(text));
    } else {
      ((ObjectNode) message.at(pointer.substring(0, last))).put(name, text);
    }
  }
}
